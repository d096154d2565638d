-- Which combination of a sweep is best?
-- One row for each run of the sweep, by accuracy on validation images; those that failed last.
--   sweep: its id, or latest
\if :{?sweep} \else \set sweep latest \endif
select w.accuracy,
       w.macro_f1,
       w.classifier_validation_accuracy,
       w.test_accuracy,
       w.combination::text as combination,
       w.status,
       w.run_id
from history.sweep_run w
where w.sweep_id = case when :'sweep' = 'latest'
                        then (select r.run_id
                              from history.run r
                              where r.workflow = 'plankton_sweep'
                              order by r.started_at desc
                              limit 1)
                        else :'sweep' end
order by w.status = 'COMPLETED' desc, w.accuracy desc nulls last, w.number;
