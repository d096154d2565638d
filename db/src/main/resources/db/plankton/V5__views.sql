create view checkpoint_history as
select r.run_id,
       r.round,
       r.learning_rate,
       r.steps,
       r.images,
       r.loss,
       r.validation_loss,
       v.accuracy,
       v.accuracy_self,
       v.accuracy_5nn,
       v.macro_f1,
       t.accuracy               as test_accuracy,
       t.accuracy_5nn           as test_accuracy_5nn,
       t.macro_f1               as test_macro_f1,
       e.mean_pairwise_distance,
       r.seconds,
       r.checkpoint_id,
       e.evaluation_id
from training_round r
         left join evaluation e using (run_id, round)
         left join evaluation_measure v on v.run_id = r.run_id and v.round = r.round and v.split = 'VALIDATION'
         left join evaluation_measure t on t.run_id = r.run_id and t.round = r.round and t.split = 'TEST';

-- The best checkpoint is the one with the highest validation accuracy, of equals the later.
create view run_history as
select run.run_id,
       run.workflow,
       run.status,
       run.reason,
       run.started_at,
       extract(epoch from coalesce(run.ended_at, now()) - run.started_at)::double precision as seconds,
       (select string_agg(d.name, ', ' order by d.name)
        from run_dataset rd join dataset d using (dataset_id)
        where rd.run_id = run.run_id)                                                       as dataset,
       (select max(round) from training_round tr where tr.run_id = run.run_id)              as rounds,
       best.round                                                                           as best_round,
       best.accuracy,
       best.test_accuracy,
       c.test_accuracy                                                                      as classifier_accuracy,
       s.steps,
       s.reused,
       s.failed,
       run.report
from run
         left join lateral (select round, accuracy, test_accuracy
                            from checkpoint_history h
                            where h.run_id = run.run_id and h.accuracy is not null
                            order by accuracy desc, round desc
                            limit 1) best on true
         left join classifier c on c.run_id = run.run_id
         cross join lateral (select count(*)                                                as steps,
                                    count(*) filter (where status = 'REUSED')               as reused,
                                    count(*) filter (where status in ('FAILED', 'REJECTED')) as failed
                             from step
                             where step.run_id = run.run_id) s;

create view class_report as
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
       worst.predicted_class as most_confused_with,
       worst.images          as confused_images,
       k.recall              as classifier_test_recall
from class_metric m
         left join lateral (select predicted_class, images
                            from confusion_cell c
                            where c.run_id = m.run_id and c.round = m.round
                              and c.true_class = m.class and c.predicted_class <> m.class
                            order by images desc, predicted_class
                            limit 1) worst on true
         left join classifier_class k on k.run_id = m.run_id and k.class = m.class;

comment on view checkpoint_history is 'One row for each checkpoint of each run: how it was trained and what it is worth.';
comment on view run_history is 'One row for each run: what it did, how it ended, its best checkpoint, and how many of its steps were reused.';
comment on view class_report is 'One row for each class under each checkpoint of each run, on validation images.';
