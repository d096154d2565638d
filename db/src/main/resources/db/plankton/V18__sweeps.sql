-- Which run was given which combination of a sweep.

create table sweep_run (
    sweep_id    text not null references run on delete cascade,
    number      integer not null,
    combination jsonb not null,
    run_id      text not null,
    primary key (sweep_id, number)
);

create index sweep_of_run on sweep_run (run_id);

comment on table sweep_run is 'The runs of a sweep; a run that failed before any step of it began has no row in run.';

create view history.sweep_run as
select w.sweep_id,
       w.number,
       w.combination,
       w.run_id,
       coalesce(r.status, 'FAILED')                        as status,
       coalesce(r.reason, 'It failed before it began.') as reason,
       s.best_round,
       s.accuracy,
       c.balanced_accuracy,
       c.macro_f1,
       k.validation_accuracy                               as classifier_validation_accuracy,
       s.test_accuracy,
       k.test_accuracy                                     as classifier_test_accuracy
from sweep_run w
         left join history.run r on r.run_id = w.run_id
         left join history.run_summary s on s.run_id = w.run_id
         left join history.checkpoint c on c.run_id = w.run_id and c.round = s.best_round
         left join history.classifier k on k.run_id = w.run_id;

comment on view history.sweep_run is 'One row for each combination of each sweep: what its run came to.';
comment on column history.sweep_run.sweep_id is 'The run of plankton_sweep.';
comment on column history.sweep_run.number is 'Number of the combination, from 1.';
comment on column history.sweep_run.combination is 'The inputs that the run has for itself.';
comment on column history.sweep_run.run_id is 'The run; it has rows of its own in all other views.';
comment on column history.sweep_run.status is 'COMPLETED, FAILED or RUNNING.';
comment on column history.sweep_run.reason is 'Why it failed; empty otherwise.';
comment on column history.sweep_run.best_round is 'Round of its best checkpoint, by accuracy on validation images.';
comment on column history.sweep_run.accuracy is 'Accuracy of that checkpoint on validation images.';
comment on column history.sweep_run.balanced_accuracy is 'Its mean recall of the classes on validation images.';
comment on column history.sweep_run.macro_f1 is 'Its mean F1 of the classes on validation images.';
comment on column history.sweep_run.classifier_validation_accuracy is 'Accuracy of the run''s classifier on validation images.';
comment on column history.sweep_run.test_accuracy is 'Accuracy of the best checkpoint on test images; not to choose by.';
comment on column history.sweep_run.classifier_test_accuracy is 'Accuracy of the classifier on test images; not to choose by.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.'),
             (4, 18, 'sweep_run.')) versions (version, migration, change);
