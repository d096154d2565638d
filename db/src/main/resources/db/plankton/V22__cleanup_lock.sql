-- Whoever could take an advisory lock, readers of the history included, could keep every step and every clean-up waiting.
create table cleanup_lock ();

comment on table cleanup_lock is 'Always empty. A step locks it in row share mode to begin to use something, a clean-up in exclusive mode to delete.';
