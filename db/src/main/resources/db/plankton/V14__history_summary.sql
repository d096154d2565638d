-- The best checkpoint is the one with the highest validation accuracy, of equals the later.
create view history.run_summary as
select run.run_id,
       (select string_agg(d.name, ', ' order by d.name)
        from run_dataset rd join dataset d using (dataset_id)
        where rd.run_id = run.run_id)                                        as dataset,
       (select max(r.round) from training_round r where r.run_id = run.run_id) as rounds,
       best.round                                                            as best_round,
       best.checkpoint_id                                                    as best_checkpoint_id,
       best.accuracy,
       best.test_accuracy,
       c.test_accuracy                                                       as classifier_accuracy,
       s.steps,
       s.reused,
       s.failed
from run
         left join lateral (select h.round, h.checkpoint_id, h.accuracy, h.test_accuracy
                            from history.checkpoint h
                            where h.run_id = run.run_id
                            order by h.accuracy desc, h.round desc
                            limit 1) best on true
         left join classifier c on c.run_id = run.run_id
         cross join lateral (select count(*)                                                 as steps,
                                    count(*) filter (where status = 'REUSED')                as reused,
                                    count(*) filter (where status in ('FAILED', 'REJECTED')) as failed
                             from step
                             where step.run_id = run.run_id) s;

comment on view history.run_summary is 'One row for each run: what came of it. The best checkpoint is the one with the highest validation accuracy, of equals the later.';
comment on column history.run_summary.run_id is 'The run.';
comment on column history.run_summary.dataset is 'Names of its datasets; null before there is one.';
comment on column history.run_summary.rounds is 'Its last round; null if it trained nothing.';
comment on column history.run_summary.best_round is 'Round of the best checkpoint.';
comment on column history.run_summary.best_checkpoint_id is 'Artifact id of the best checkpoint.';
comment on column history.run_summary.accuracy is 'Of the best checkpoint, on validation images (checkpoint has the definition).';
comment on column history.run_summary.test_accuracy is 'Of the same checkpoint, on test images.';
comment on column history.run_summary.classifier_accuracy is 'Share of test images that its classifier names rightly; null if it has none.';
comment on column history.run_summary.steps is 'Attempts at steps.';
comment on column history.run_summary.reused is 'Those that found an earlier result.';
comment on column history.run_summary.failed is 'Those that failed or were rejected.';

-- The views of before say the same, in the same words.
create or replace view checkpoint_history as
select r.run_id,
       r.round,
       r.learning_rate,
       r.steps,
       r.images,
       r.loss,
       r.validation_loss,
       c.accuracy,
       c.accuracy_self,
       c.accuracy_5nn,
       c.macro_f1,
       c.test_accuracy,
       c.test_accuracy_5nn,
       c.test_macro_f1,
       c.mean_pairwise_distance,
       r.seconds,
       r.checkpoint_id,
       c.evaluation_id,
       r.backend,
       r.device,
       r.threads
from history.round r
         left join history.checkpoint c on c.run_id = r.run_id and c.round = r.round;

create or replace view run_history as
select r.run_id,
       r.workflow,
       r.status,
       r.reason,
       r.started_at,
       r.seconds,
       s.dataset,
       s.rounds,
       s.best_round,
       s.accuracy,
       s.test_accuracy,
       s.classifier_accuracy,
       s.steps,
       s.reused,
       s.failed,
       r.report
from history.run r
         join history.run_summary s on s.run_id = r.run_id;

create or replace view class_report as
select m.run_id,
       m.round,
       m.class,
       m.images,
       m.precision,
       m.recall,
       m.f1,
       m.mean_radius,
       m.max_radius,
       m.centroid_moved,
       m.most_confused_with,
       m.confused_images,
       k.recall as classifier_test_recall
from history.class_metric m
         left join history.classifier_class k on k.run_id = m.run_id and k.class = m.class;
