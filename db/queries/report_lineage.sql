-- Which artifacts does the report of a run come from, back to the source images?
-- The report first, then everything that was read to make it and to make that; the source images are in the artifacts of
-- kind source-shard.
--   run: its id, or latest, or previous
\if :{?run} \else \set run latest \endif
select l.kind, l.task_type as published_by, l.bytes, l.created_at, l.artifact_id
from (select distinct a.artifact_id
      from history.run_artifact u
               join history.artifact a on a.artifact_id = u.artifact_id
      where u.run_id = history.find_run(:'run') and a.kind = 'report') report
         cross join lateral history.lineage(report.artifact_id, history.find_run(:'run')) l
order by l.created_at desc nulls last, l.artifact_id;
