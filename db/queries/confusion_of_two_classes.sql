-- How often are two classes taken for each other, run after run?
-- One row for each run that knows both classes, the latest first: its best checkpoint on validation images (nearest
-- centroid), and its classifier on test images.
--   a: one class
--   b: the other
--   limit: how many runs
\if :{?limit} \else \set limit 20 \endif
select r.started_at,
       r.run_id,
       s.dataset,
       s.best_round,
       ma.images                                                                          as images_of_a,
       coalesce((select c.images from history.confusion c
                 where c.run_id = r.run_id and c.round = s.best_round
                   and c.true_class = :'a' and c.predicted_class = :'b'), 0)              as a_as_b,
       mb.images                                                                          as images_of_b,
       coalesce((select c.images from history.confusion c
                 where c.run_id = r.run_id and c.round = s.best_round
                   and c.true_class = :'b' and c.predicted_class = :'a'), 0)              as b_as_a,
       (select coalesce(max(c.images), 0) from history.classifier_confusion c
        where c.run_id = r.run_id and c.true_class = :'a' and c.predicted_class = :'b')   as classifier_a_as_b,
       (select coalesce(max(c.images), 0) from history.classifier_confusion c
        where c.run_id = r.run_id and c.true_class = :'b' and c.predicted_class = :'a')   as classifier_b_as_a
from history.run r
         join history.run_summary s on s.run_id = r.run_id
         join history.class_metric ma on ma.run_id = r.run_id and ma.round = s.best_round and ma.class = :'a'
         join history.class_metric mb on mb.run_id = r.run_id and mb.round = s.best_round and mb.class = :'b'
order by r.started_at desc
limit :'limit';
