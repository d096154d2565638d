create view history.artifact as
select artifact_id, kind, bytes, task_type, step_key, created_at
from artifact;

comment on view history.artifact is 'One row for each file that was published.';
comment on column history.artifact.artifact_id is 'SHA-256 of its bytes; the key in the object store is artifacts/<artifact_id>.';
comment on column history.artifact.kind is 'What it is, such as checkpoint or dataset.';
comment on column history.artifact.bytes is 'Its size.';
comment on column history.artifact.task_type is 'Kind of the task that published it first, or what it was imported with.';
comment on column history.artifact.step_key is 'The step_key of that task.';
comment on column history.artifact.created_at is 'When it was published first.';

create view history.artifact_input as
select artifact_id, input_id, task_type, step_key
from artifact_input;

comment on view history.artifact_input is 'What had been read to make an artifact: one row for each pair. The function lineage follows them.';
comment on column history.artifact_input.artifact_id is 'The artifact that was made.';
comment on column history.artifact_input.task_type is 'Kind of the task that read the one and published the other.';
comment on column history.artifact_input.step_key is 'The step_key of that task; others may have published the same bytes from other inputs.';
comment on column history.artifact_input.input_id is 'One that its step had read before; it may be older than this history.';

create view history.run_artifact as
select s.run_id, s.task_id, p.artifact_id
from step s
         join step_artifact p on p.step_key = s.step_key and p.task_type = s.task_type;

comment on view history.run_artifact is 'The artifacts that the steps of a run published, or found published.';
comment on column history.run_artifact.run_id is 'The run.';
comment on column history.run_artifact.task_id is 'The attempt.';
comment on column history.run_artifact.artifact_id is 'The artifact.';

-- A kept run needs what its steps published and whatever they read, back to the source images; who needs one artifact of a
-- step needs all of it, because manifests name what was published beside them. What was published since the oldest run that
-- is still at work began may belong to a step that has not ended. Weights were brought by hand.
create view history.deletable_artifact as
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
        where a.kind <> 'weights' and c.artifact_id is null),
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

comment on view history.deletable_artifact is 'The artifacts that may be deleted: neither a kept run nor a run at work nor a model with an alias needs. Never weights, nor what was published since the oldest run at work began.';
comment on column history.deletable_artifact.artifact_id is 'The artifact.';
comment on column history.deletable_artifact.kind is 'What it is.';
comment on column history.deletable_artifact.bytes is 'What deleting it frees.';
comment on column history.deletable_artifact.task_type is 'Kind of the task that published it first.';
comment on column history.deletable_artifact.step_key is 'The step_key of that task.';
comment on column history.deletable_artifact.created_at is 'When it was published first.';

create function history.lineage(artifact text, run text default '')
    returns table (artifact_id text, kind text, bytes bigint, task_type text, step_key text, created_at timestamptz)
    language sql
    stable
as
$$
with recursive back (artifact_id) as (
    select artifact
    union
    select i.input_id
    from back b
             join history.artifact_input i on i.artifact_id = b.artifact_id
    where exists (select
                  from history.step_attempt s
                  where s.step_key = i.step_key and s.task_type = i.task_type and s.run_id = run)
       or exists (select
                  from history.artifact first
                  where first.artifact_id = i.artifact_id and first.step_key = i.step_key and first.task_type = i.task_type)
           and not exists (select
                           from history.run_artifact u
                           where u.artifact_id = i.artifact_id and u.run_id = run))
select b.artifact_id, a.kind, a.bytes, a.task_type, a.step_key, a.created_at
from back b
         left join history.artifact a on a.artifact_id = b.artifact_id
$$;

create function history.find_run(name text)
    returns text
    language sql
    stable
as
$$
select case
           when name in ('latest', 'previous')
               then (select r.run_id
                     from history.run r
                     where exists (select from history.round t where t.run_id = r.run_id)
                     order by r.started_at desc, r.run_id
                     offset case name when 'latest' then 0 else 1 end
                     limit 1)
           else (select r.run_id from history.run r where r.run_id = name) end
$$;

comment on function history.lineage(text, text) is 'All that an artifact was made from, back to the source images (kind source-shard), one row for each artifact, itself included; columns as in artifact, null for inputs older than this history. Where several steps published the same bytes, those of the run count, or else the first.';
comment on function history.find_run(text) is 'The id of a run: its own, or that of the latest run that trained, or of the previous one. Null if there is none.';
