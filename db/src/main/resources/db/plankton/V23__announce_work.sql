-- Tells the workers that a task waits in a queue of Conductor, so that they need not ask all the time. The trigger that
-- calls it stands on Conductor's table and is made when the system is set up.
create function announce_work() returns trigger language plpgsql as $$
begin
    if new.queue_name like '%plankton\_%' then
        -- the queue, and in how many seconds the task may be taken
        perform pg_notify('plankton_work', format('%s %s', new.queue_name,
            greatest(0, ceil(extract(epoch from new.deliver_on - clock_timestamp())))));
    end if;
    return null;
end $$;
comment on function announce_work() is 'tells the workers which of Conductor''s queues has a new task';
