-- Which checkpoints are the best of all runs?
-- One row for each checkpoint, under the first run that evaluated it, by accuracy on validation images.
--   limit: how many
\if :{?limit} \else \set limit 10 \endif
select c.accuracy,
       c.test_accuracy,
       c.macro_f1,
       (select string_agg(d.name, ', ' order by d.name)
        from history.run_dataset u join history.dataset d using (dataset_id)
        where u.run_id = c.run_id) as dataset,
       c.run_id,
       c.round,
       c.checkpoint_id
from history.checkpoint c
         join history.run r on r.run_id = c.run_id
where not exists (select
                  from history.checkpoint e
                           join history.run f on f.run_id = e.run_id
                  where e.checkpoint_id = c.checkpoint_id
                    and (f.started_at, f.run_id) < (r.started_at, r.run_id))
order by c.accuracy desc, c.checkpoint_id
limit :'limit';
