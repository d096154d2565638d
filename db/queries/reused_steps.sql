-- How many steps were found done already, and how many hours did that save?
-- One row for each kind of task and one for all; saved is what the step took when it was done less what finding it took.
--   run: its id, or latest, or previous; empty for all runs
\if :{?run} \else \set run '' \endif
select coalesce(task_type, 'all')                                                       as task_type,
       count(*)                                                                         as steps,
       count(*) filter (where status = 'REUSED')                                        as reused,
       sum(greatest(seconds_when_made - seconds, 0)) filter (where status = 'REUSED') / 3600 as hours_saved
from history.step_attempt
where status in ('COMPLETED', 'REUSED')
  and (:'run' = '' or run_id = history.find_run(:'run'))
group by rollup (task_type)
order by grouping(task_type), hours_saved desc nulls last, task_type;
