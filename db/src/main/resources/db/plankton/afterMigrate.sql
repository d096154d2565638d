-- Who may read the schema history: the members of the role analyst, and they may do nothing else. This is run after every
-- migration, whether or not there was one to do, so that a role that an administrator created later gets its rights as well.
do $$
declare
    routine regprocedure;
begin
    if not exists (select from pg_roles where rolname = 'analyst') then
        begin
            create role analyst nologin;
        exception
            when insufficient_privilege then
                raise warning 'The role analyst is missing and % may not create it, so nobody else can read the schema history; as an administrator run CREATE ROLE analyst NOLOGIN, then set the system up again.', current_user;
                return;
            when duplicate_object or unique_violation then
                null; -- another database of this server was quicker
        end;
    end if;
    grant usage on schema history to analyst;
    grant select on all tables in schema history to analyst;
    grant execute on all functions in schema history to analyst;
    -- Everybody may create temporary tables in a new database; the owner keeps this right.
    execute format('revoke temporary on database %I from public', current_database());
    -- Everybody may also store large objects. Only a superuser can change that; the embedded server does it itself.
    if (select rolsuper from pg_roles where rolname = current_user) then
        for routine in select oid::regprocedure from pg_proc
                       where pronamespace = 'pg_catalog'::regnamespace
                         and (proname like 'lo\_%' or proname in ('loread', 'lowrite'))
        loop
            execute format('revoke execute on function %s from public', routine);
        end loop;
    end if;
end
$$;
