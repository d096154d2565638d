-- Which classes got worse between rounds?
-- The largest losses of recall on validation images first: from each round to the next, or between two rounds.
--   run: its id, or latest, or previous
--   from: the earlier round; empty for the one before each
--   to: the later round; empty for all
--   limit: how many
\if :{?run} \else \set run latest \endif
\if :{?from} \else \set from '' \endif
\if :{?to} \else \set to '' \endif
\if :{?limit} \else \set limit 20 \endif
select n.class,
       o.round             as from_round,
       n.round             as to_round,
       n.images,
       o.recall            as recall_before,
       n.recall            as recall_after,
       n.recall - o.recall as change,
       n.precision - o.precision as precision_change,
       n.most_confused_with,
       n.confused_images
from history.class_metric n
         join history.class_metric o
              on o.run_id = n.run_id and o.class = n.class
                  and o.round = coalesce(nullif(:'from', '')::integer, n.round - 1)
where n.run_id = history.find_run(:'run')
  and (:'to' = '' or n.round = nullif(:'to', '')::integer)
  and n.recall < o.recall
order by change, n.round, n.class
limit :'limit';
