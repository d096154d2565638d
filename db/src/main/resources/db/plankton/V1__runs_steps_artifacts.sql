-- A run is the outermost workflow and all that it starts; a step is one attempt at one task of it.

create table run (
    run_id           text primary key,
    workflow         text not null,
    workflow_version integer not null,
    input            jsonb not null,
    status           text not null check (status in ('RUNNING', 'COMPLETED', 'FAILED')),
    reason           text not null default '',
    started_at       timestamptz not null,
    ended_at         timestamptz,
    report           text,
    check ((status = 'RUNNING') = (ended_at is null))
);

create table step (
    task_id        text primary key,
    run_id         text not null references run,
    workflow_id    text not null,
    task_type      text not null,
    reference_name text not null,
    attempt        integer not null,
    worker         text not null,
    status         text not null check (status in ('RUNNING', 'COMPLETED', 'REUSED', 'REJECTED', 'FAILED', 'CANCELLED')),
    step_key       text not null default '',
    reason         text not null default '',
    started_at     timestamptz not null,
    ended_at       timestamptz
);

create index step_of_run on step (run_id, started_at);

create table artifact (
    artifact_id text primary key,
    kind        text not null,
    bytes       bigint not null,
    task_type   text not null,
    step_key    text not null,
    created_at  timestamptz not null default now()
);

create index artifact_of_step on artifact (task_type, step_key);

-- An input may have been written by hand or before this database began: it need not be a known artifact.
create table artifact_input (
    artifact_id text not null references artifact,
    input_id    text not null,
    primary key (artifact_id, input_id)
);

create index artifact_used_by on artifact_input (input_id);

comment on table run is 'One row a run: the outermost workflow and all that it starts.';
comment on column run.run_id is 'Conductor''s id of the outermost workflow.';
comment on column run.input is 'The workflow''s input as it was given.';
comment on column run.reason is 'Why the run failed, in one sentence; empty otherwise.';
comment on column run.report is 'Key of the report''s index.html in the object store.';
comment on table step is 'One row for each attempt at a task.';
comment on column step.reference_name is 'The task''s name inside its workflow, with the iteration of its loop.';
comment on column step.step_key is 'Hash of task type, code version and inputs: equal keys mean equal work.';
comment on column step.status is 'REUSED: an earlier result was found and verified. REJECTED: the input can never work.';
comment on table artifact is 'One row for each file that a step published; artifact_id is the SHA-256 of its bytes.';
comment on table artifact_input is 'The artifacts that a step had read when it published an artifact.';
