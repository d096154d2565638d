-- What was deleted stays in the history, and so do the clean-ups and the checks that say so.

alter table artifact
    add column deleted_at timestamptz;

create table cleanup_item (
    run_id  text not null references run on delete cascade,
    kind    text not null check (kind in ('ARTIFACT', 'RESULT', 'SNAPSHOT', 'REPORT', 'CONDUCTOR')),
    key     text not null,
    bytes   bigint not null,
    deleted boolean not null,
    primary key (run_id, kind, key)
);

create index conductor_deleted on cleanup_item (key) where kind = 'CONDUCTOR' and deleted;

create table verified_artifact (
    run_id       text not null references run on delete cascade,
    verified_run text not null references run on delete cascade,
    artifact_id  text not null,
    state        text not null check (state in ('SOUND', 'DAMAGED', 'MISSING')),
    verified_at  timestamptz not null default now(),
    primary key (run_id, artifact_id)
);

comment on column artifact.deleted_at is 'When it was deleted from the store; null while it is there. A row is written before the upload.';
comment on table cleanup_item is 'What each clean-up listed, or deleted.';
comment on table verified_artifact is 'What each check of a run''s artifacts found.';

create or replace view history.artifact as
select artifact_id, kind, bytes, task_type, step_key, created_at, deleted_at
from artifact;

comment on view history.artifact is 'One row for each file that was published; also those deleted since.';
comment on column history.artifact.deleted_at is 'When it was deleted from the store; null while it is there.';

create view history.cleanup_item as
select run_id, kind, key, bytes, deleted
from cleanup_item;

comment on view history.cleanup_item is 'What each run of plankton_cleanup listed or deleted.';
comment on column history.cleanup_item.run_id is 'The run of plankton_cleanup.';
comment on column history.cleanup_item.kind is 'ARTIFACT, RESULT (a finished step''s output), SNAPSHOT (of a round), REPORT (a file of one), CONDUCTOR (a run''s history there).';
comment on column history.cleanup_item.key is 'Key of the object in the store; for CONDUCTOR the run.';
comment on column history.cleanup_item.bytes is 'Its size; 0 for CONDUCTOR.';
comment on column history.cleanup_item.deleted is 'Whether it was deleted; false if the run was to list only.';

create view history.verified_artifact as
select v.run_id, v.verified_run, v.artifact_id, v.state, v.verified_at, a.kind, a.task_type
from verified_artifact v
         left join artifact a on a.artifact_id = v.artifact_id;

comment on view history.verified_artifact is 'What each run of plankton_verify found: one row for each artifact that it read.';
comment on column history.verified_artifact.run_id is 'The run of plankton_verify.';
comment on column history.verified_artifact.verified_run is 'The run whose artifacts it read.';
comment on column history.verified_artifact.artifact_id is 'The artifact.';
comment on column history.verified_artifact.state is 'SOUND, DAMAGED (other bytes than its id promises) or MISSING.';
comment on column history.verified_artifact.verified_at is 'When it was read.';
comment on column history.verified_artifact.kind is 'What it is, such as checkpoint or dataset; null if this history does not know it.';
comment on column history.verified_artifact.task_type is 'Kind of the task that made it; null if this history does not know it.';

-- As before, without what is deleted already. A kept run needs what its steps published and whatever they read, back to the source images; who needs one artifact of a
-- step needs all of it, because manifests name what was published beside them. What was published since the oldest run that
-- is still at work began may belong to a step that has not ended. Weights were brought by hand.
create or replace view history.deletable_artifact as
with recursive
    kept_key as materialized (
        select s.step_key, s.task_type
        from step s
                 join run r on r.run_id = s.run_id
        where r.kept or r.status = 'RUNNING'
        group by s.step_key, s.task_type),
    claimed as materialized (
        select p.artifact_id, p.step_key, p.task_type
        from step_artifact p
                 left join kept_key k on k.step_key = p.step_key and k.task_type = p.task_type
        where k.step_key is not null
           or p.published_at >= (select min(r.started_at) from run r where r.status = 'RUNNING')),
    unclaimed as materialized (
        select a.artifact_id
        from artifact a
                 left join claimed c on c.artifact_id = a.artifact_id
        where a.kind <> 'weights' and a.deleted_at is null and c.artifact_id is null),
    reading as materialized (
        select i.artifact_id, i.step_key, i.task_type, i.input_id
        from unclaimed u
                 join artifact_input i on i.input_id = u.artifact_id),
    wanted as (
        select i.input_id as artifact_id
        from reading i
                 left join claimed c
                           on c.artifact_id = i.artifact_id and c.step_key = i.step_key and c.task_type = i.task_type
        where c.artifact_id is not null
        union
        select u.artifact_id
        from unclaimed u
                 join history.model_alias m on m.model_id = u.artifact_id),
    needed (artifact_id) as (
        select artifact_id
        from wanted
        union
        select other.artifact_id
        from needed n
                 cross join lateral (select i.input_id as artifact_id
                                     from artifact_input i
                                     where i.artifact_id = n.artifact_id
                                     union all
                                     select beside.artifact_id
                                     from step_artifact p
                                              join step_artifact beside using (task_type, step_key)
                                     where p.artifact_id = n.artifact_id
                                     offset 0) other)
select a.artifact_id, a.kind, a.bytes, a.task_type, a.step_key, a.created_at
from unclaimed u
         join artifact a on a.artifact_id = u.artifact_id
where not exists (select from needed n where n.artifact_id = u.artifact_id);


create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.')) versions (version, migration, change);
