-- A model is all that new images are classified with: one checkpoint, the embeddings under it, and the classifier of these.

create table model (
    model_id            text primary key,
    training_id         text not null,
    dataset_id          text not null,
    checkpoint_id       text not null,
    classifier_id       text not null,
    round               integer not null,
    validation_accuracy double precision not null,
    test_accuracy       double precision not null,
    created_at          timestamptz not null default now()
);

create index model_of_training on model (training_id);

create table run_model (
    run_id   text primary key references run,
    model_id text not null references model
);

create table model_alias_move (
    move_id  bigint generated always as identity primary key,
    alias    text not null,
    model_id text not null references model,
    reason   text not null,
    run_id   text not null references run,
    moved_at timestamptz not null default now(),
    unique (run_id, alias, model_id)
);

create table classification (
    run_id    text primary key references run,
    model_id  text not null,
    name      text not null,
    images    integer not null,
    far       integer not null,
    threshold double precision not null
);

create table classification_class (
    run_id          text not null references classification on delete cascade,
    class           text not null,
    images          integer not null,
    far             integer not null,
    mean_confidence double precision not null,
    primary key (run_id, class)
);

-- What an alias means now: its latest move, or, for a champion that nobody has named, the model with the best accuracy.
create view model_alias as
select distinct on (alias) alias, model_id, reason, moved_at, run_id as moved_by
from model_alias_move
order by alias, move_id desc;

create view champion as
select coalesce(named.model_id, best.model_id)                     as model_id,
       case when named.model_id is null
            then 'the best of ' || best.models || ' by the classifier''s accuracy on validation images'
            else 'named by hand: ' || named.reason end             as reason
from (select model_id, count(*) over () as models
      from model
      order by validation_accuracy desc, created_at, model_id
      limit 1) best
         left join model_alias named on named.alias = 'champion';

comment on table model is 'One row for each model that an analysis left behind; model_id is the artifact of its manifest.';
comment on column model.validation_accuracy is 'Share of validation images that the classifier names rightly.';
comment on table run_model is 'The model that a run made, or found made.';
comment on table model_alias_move is 'Every time that an alias was made to name a model, by which run and why.';
comment on table classification is 'One row for each run that classified new images.';
comment on column classification.far is 'Images that lie farther from all labelled images than the threshold.';
comment on table classification_class is 'New images by the class that they were given.';
comment on view model_alias is 'What each alias that was moved by hand names now, and why.';
comment on view champion is 'The model that the alias champion names now, and why.';
