-- What can be deleted?
-- Artifacts that no kept run needs (history.deletable_artifact lists them one by one), by the first run that published
-- them and by kind; without a run are those whose step never came to its end.
select r.run_id, r.workflow, r.started_at, d.kind, count(*) as artifacts, sum(d.bytes) as bytes
from history.deletable_artifact d
         left join lateral (select r.run_id, r.workflow, r.started_at
                            from history.run_artifact u
                                     join history.run r on r.run_id = u.run_id
                            where u.artifact_id = d.artifact_id
                            order by r.started_at, r.run_id
                            limit 1) r on true
group by r.run_id, r.workflow, r.started_at, d.kind
order by r.started_at, r.run_id, bytes desc;
