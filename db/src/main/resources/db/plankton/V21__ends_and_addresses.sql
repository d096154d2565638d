-- A run that a person terminated did not fail, and a report has an address for a browser.
alter table run
    drop constraint run_status_check,
    add constraint run_status_check check (status in ('RUNNING', 'COMPLETED', 'FAILED', 'TERMINATED')),
    add column report_url text;

update run
set status = 'TERMINATED',
    reason = substring(reason from length('terminated: ') + 1)
where status = 'FAILED'
  and reason like 'terminated: %';

create or replace view history.run as
select run_id,
       workflow,
       workflow_version,
       input,
       status,
       reason,
       started_at,
       ended_at,
       extract(epoch from coalesce(ended_at, now()) - started_at)::double precision as seconds,
       report,
       kept,
       report_url
from run;

comment on column history.run.status is 'RUNNING, COMPLETED, FAILED, or TERMINATED by a person.';
comment on column history.run.reason is 'Why it is not complete, in one sentence; empty if it is, or runs.';
comment on column history.run.report_url is 'Where a browser finds the report; null if there is none, or no gateway that serves reports.';
comment on column history.sweep_run.status is 'COMPLETED, FAILED, TERMINATED or RUNNING.';

create or replace view history.run_summary as
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
       s.failed,
       run.report_url
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

comment on column history.run_summary.report_url is 'Where a browser finds its report; null if there is none, or no gateway that serves reports.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.'),
             (4, 18, 'sweep_run.'),
             (5, 20, 'round.engine, round.precision, round.engine_choice.'),
             (6, 21, 'run.status TERMINATED, run.report_url, run_summary.report_url.')) versions (version, migration, change);
