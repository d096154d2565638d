-- Labels that are likely wrong: what a run found when it compared each label with classifier and neighbours.
create table label_check
(
    run_id        text    not null primary key references run,
    round         integer not null,
    labelled      integer not null,
    checked       integer not null,
    likely_errors integer not null
);

create table likely_label_error
(
    run_id               text             not null references label_check on delete cascade,
    rank                 integer          not null,
    image                text             not null,
    source               text             not null,
    object_id            text             not null,
    given_class          text             not null,
    proposed_class       text             not null,
    probability          double precision not null,
    probability_of_given double precision not null,
    share_of_neighbours  double precision not null,
    primary key (run_id, rank)
);

comment on table label_check is 'How many labels a run checked, and how many of them are likely wrong.';
comment on table likely_label_error is 'The images whose labels are likely wrong; of more than 1,000 of a run, the first ones by rank.';

create view history.label_check as
select run_id, round, labelled, checked, likely_errors
from label_check;

comment on view history.label_check is 'How many labels a run checked, and how many of them are likely wrong.';
comment on column history.label_check.run_id is 'The run.';
comment on column history.label_check.round is 'The checkpoint whose embeddings were used.';
comment on column history.label_check.labelled is 'Training and validation images.';
comment on column history.label_check.checked is 'Those among them that were checked: of very many a sample, and none of a class with one image.';
comment on column history.label_check.likely_errors is 'Images whose label is likely wrong, also those that likely_label_error does not list.';

create view history.likely_label_error as
select run_id,
       rank,
       image,
       source,
       object_id,
       given_class,
       proposed_class,
       probability,
       probability_of_given,
       share_of_neighbours
from likely_label_error;

comment on view history.likely_label_error is 'Images whose label is likely wrong: a reason to look, no correction. Of more than 1,000 of a run, the first ones by rank; label_check.likely_errors counts all, and the report lists all.';
comment on column history.likely_label_error.run_id is 'The run.';
comment on column history.likely_label_error.rank is 'From 1, the largest difference of probability and probability_of_given first.';
comment on column history.likely_label_error.image is 'SHA-256 of the bytes of the source file.';
comment on column history.likely_label_error.source is 'Where the image was in the upload.';
comment on column history.likely_label_error.object_id is 'The object''s name in EcoTaxa; empty if it has none or it is not known.';
comment on column history.likely_label_error.given_class is 'Its label.';
comment on column history.likely_label_error.proposed_class is 'The class that classifier and neighbours agree on.';
comment on column history.likely_label_error.probability is 'That of the proposed class, 0 to 1, by a classifier that was not trained on the image.';
comment on column history.likely_label_error.probability_of_given is 'That of the given class, 0 to 1, by the same classifier.';
comment on column history.likely_label_error.share_of_neighbours is 'Share of the nearest other images that are of the proposed class, above 0.5 to 1.';

-- From here on, a migration that changes the views adds a row, instead of stating all versions again.
create table contract_version as
select version, migration, change
from history.contract_version;

comment on table contract_version is 'The versions of the views in the schema history, for history.contract_version.';

create or replace view history.contract_version as
select version, migration, change
from contract_version;

insert into contract_version (version, migration, change)
values (9, 27, 'label_check, likely_label_error.');
