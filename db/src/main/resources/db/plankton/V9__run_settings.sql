create table run_setting (
    run_id   text    not null references run,
    workflow text    not null,
    name     text    not null,
    position integer not null,
    value    text    not null,
    given    boolean not null,
    primary key (run_id, workflow, name)
);

comment on table run_setting is 'The value of each setting of each workflow of a run.';
comment on column run_setting.workflow is 'The run''s own workflow, or one that it started: what those were given came from the run.';
comment on column run_setting.position is 'Its place among the settings of the workflow, from 0.';
comment on column run_setting.given is 'Whether the workflow''s input set it to something else than its default; otherwise the preset or the default did.';

create index step_of_key on step (step_key);
