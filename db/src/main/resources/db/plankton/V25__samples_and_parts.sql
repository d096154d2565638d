-- Of very many images, some measures are taken on a sample; and the parts of steps can be looked up.
alter table evaluation_measure
    add column sampled integer;

create or replace view history.checkpoint as
select e.run_id,
       e.round,
       e.checkpoint_id,
       e.evaluation_id,
       v.accuracy,
       v.accuracy_self,
       v.accuracy_5nn,
       v.precision_at_1,
       v.r_precision,
       v.mean_average_precision_at_r,
       v.macro_f1,
       v.balanced_accuracy,
       v.silhouette,
       t.accuracy                    as test_accuracy,
       t.accuracy_self               as test_accuracy_self,
       t.accuracy_5nn                as test_accuracy_5nn,
       t.precision_at_1              as test_precision_at_1,
       t.r_precision                 as test_r_precision,
       t.mean_average_precision_at_r as test_mean_average_precision_at_r,
       t.macro_f1                    as test_macro_f1,
       t.balanced_accuracy           as test_balanced_accuracy,
       t.silhouette                  as test_silhouette,
       e.mean_pairwise_distance,
       e.embedding_variance,
       v.sampled,
       t.sampled                     as test_sampled
from evaluation e
         join evaluation_measure v on v.run_id = e.run_id and v.round = e.round and v.split = 'VALIDATION'
         join evaluation_measure t on t.run_id = e.run_id and t.round = e.round and t.split = 'TEST';

comment on column history.checkpoint.sampled is 'How many validation images, drawn at random, were compared with all others for accuracy_5nn, precision_at_1, r_precision, mean_average_precision_at_r, silhouette and mean_pairwise_distance; null if all were.';
comment on column history.checkpoint.test_sampled is 'As sampled, of test images.';

create view history.step_part as
select task_type, part, step_key
from step_part;

comment on view history.step_part is 'The parts of steps that are remembered by themselves, such as the shards of a dataset, once for each step that uses them.';
comment on column history.step_part.task_type is 'Kind of task.';
comment on column history.step_part.part is 'Hash of all that the result of the part depends on; the store has the result under results/<task_type>/<part>.json.';
comment on column history.step_part.step_key is 'A step that uses it; see step_attempt.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.'),
             (4, 18, 'sweep_run.'),
             (5, 20, 'round.engine, round.precision, round.engine_choice.'),
             (6, 21, 'run.status TERMINATED, run.report_url, run_summary.report_url.'),
             (7, 25, 'checkpoint.sampled, checkpoint.test_sampled, step_part.')) versions (version, migration, change);
