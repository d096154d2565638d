-- How did one run learn?
-- One row for each round; round 0 is the network before training.
--   run: its id, or latest, or previous
\if :{?run} \else \set run latest \endif
select t.round,
       t.learning_rate,
       t.loss,
       t.validation_loss,
       c.accuracy,
       c.accuracy_5nn,
       c.macro_f1,
       c.test_accuracy,
       c.mean_pairwise_distance,
       t.seconds
from history.round t
         left join history.checkpoint c on c.run_id = t.run_id and c.round = t.round
where t.run_id = history.find_run(:'run')
order by t.round;
