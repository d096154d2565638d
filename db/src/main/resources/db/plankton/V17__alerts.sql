-- Runs that failed, and whether anybody was told.

create table alert (
    alert_id       text primary key,
    run_id         text not null references run on delete cascade,
    failed_at      timestamptz not null,
    status         text not null,
    reason         text not null,
    task_type      text not null,
    reference_name text not null,
    told_at        timestamptz,
    trouble        text not null default ''
);

create index alert_of_run on alert (run_id, failed_at);

comment on table alert is 'One row for each time that a run failed.';

create view history.alert as
select alert_id, run_id, failed_at, status, reason, task_type, reference_name, told_at, trouble
from alert;

comment on view history.alert is 'One row for each time that a run failed; a run that a person terminated has none.';
comment on column history.alert.alert_id is 'The same in the message to the webhook.';
comment on column history.alert.run_id is 'The run.';
comment on column history.alert.failed_at is 'When.';
comment on column history.alert.status is 'FAILED or TIMED_OUT, as Conductor has it.';
comment on column history.alert.reason is 'Why, in one sentence.';
comment on column history.alert.task_type is 'Kind of the last task that came to nothing; empty if none did.';
comment on column history.alert.reference_name is 'Its name inside its workflow.';
comment on column history.alert.told_at is 'When the webhook took it; null if it did not or there is none.';
comment on column history.alert.trouble is 'Why the webhook did not take it; empty otherwise.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.')) versions (version, migration, change);
