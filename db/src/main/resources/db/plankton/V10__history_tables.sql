-- What the schema history (next migration) shows and no table held yet, and the indexes that its queries need.

-- Several steps may publish the same bytes; the table artifact names the first of them only.
create table step_artifact (
    task_type    text not null,
    step_key     text not null,
    artifact_id  text not null references artifact,
    published_at timestamptz not null default now(),
    primary key (task_type, step_key, artifact_id)
);

insert into step_artifact (task_type, step_key, artifact_id, published_at)
select task_type, step_key, artifact_id, created_at
from artifact;

create index step_of_artifact on step_artifact (artifact_id);

-- Each of these steps had read something else.
alter table artifact_input
    add column task_type text,
    add column step_key  text;

update artifact_input i
set task_type = a.task_type,
    step_key  = a.step_key
from artifact a
where a.artifact_id = i.artifact_id;

alter table artifact_input
    alter column task_type set not null,
    alter column step_key set not null,
    drop constraint artifact_input_pkey,
    add primary key (artifact_id, step_key, task_type, input_id);

alter table run
    add column kept boolean not null default true;

create table misclassified_image (
    run_id              text not null references classifier on delete cascade,
    image               text not null,
    source              text not null,
    true_class          text not null,
    predicted_class     text not null,
    probability         double precision not null,
    probability_of_true double precision not null,
    primary key (run_id, image)
);

create index run_started on run (started_at);
create index step_made on step (step_key, ended_at) where status = 'COMPLETED';
create index checkpoint_of_evaluation on evaluation (checkpoint_id);
create index best_accuracy on evaluation_measure (split, accuracy desc);
create index run_of_dataset on run_dataset (dataset_id);

comment on table step_artifact is 'The artifacts that steps published, whether or not another step had published the same bytes before.';
comment on column step_artifact.published_at is 'When the step published it last; it is done again only if its result was lost.';
comment on column artifact_input.step_key is 'The step that had read the input; others may have published the same bytes from other inputs.';
comment on column run.kept is 'Whether what the run left behind is to stay; artifacts that no kept run needs may be deleted.';
comment on table misclassified_image is 'The test images that a run''s classifier took for another class.';
comment on column misclassified_image.image is 'SHA-256 of the bytes of the source file.';
comment on column misclassified_image.source is 'Where the image was in the upload.';
comment on column misclassified_image.probability is 'That of the predicted class, from 0 to 1.';
