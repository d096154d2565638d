-- How long does each kind of step take, and how often is it tried again?
-- One row for each kind of task, the costliest first; times are of attempts that did the work (seconds) or of all (hours).
--   run: its id, or latest, or previous; empty for all runs
\if :{?run} \else \set run '' \endif
select task_type,
       count(*)                                                                            as attempts,
       count(*) filter (where attempt > 0)                                                 as retries,
       count(*) filter (where status in ('FAILED', 'REJECTED'))                            as failed,
       count(*) filter (where status = 'REUSED')                                           as reused,
       count(*) filter (where status = 'COMPLETED')                                        as completed,
       avg(seconds) filter (where status = 'COMPLETED')                                    as mean_seconds,
       percentile_cont(0.95) within group (order by seconds) filter (where status = 'COMPLETED') as p95_seconds,
       max(seconds) filter (where status = 'COMPLETED')                                    as max_seconds,
       sum(seconds) / 3600                                                                 as hours
from history.step_attempt
where :'run' = '' or run_id = history.find_run(:'run')
group by task_type
order by hours desc nulls last, task_type;
