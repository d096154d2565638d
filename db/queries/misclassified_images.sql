-- Which test images do classifiers get wrong most often?
-- One row for each image of a dataset: how many different classifiers took it for another class, of how many that were tested
-- on the dataset. Labels that are wrong come up first.
--   dataset: its name; empty for all
--   limit: how many
\if :{?dataset} \else \set dataset '' \endif
\if :{?limit} \else \set limit 20 \endif
with tested as (select u.dataset_id, d.name, c.classifier_id, min(c.run_id) as run_id
                from history.classifier c
                         join history.run_dataset u on u.run_id = c.run_id
                         join history.dataset d on d.dataset_id = u.dataset_id
                where :'dataset' = '' or d.name = :'dataset'
                group by u.dataset_id, d.name, c.classifier_id)
select t.name                                                as dataset,
       min(m.source)                                         as source,
       m.true_class,
       mode() within group (order by m.predicted_class)      as most_often_taken_for,
       count(*)                                              as wrong,
       (select count(*) from tested o where o.dataset_id = t.dataset_id) as classifiers,
       avg(m.probability)                                    as mean_probability,
       m.image
from tested t
         join history.misclassified_image m on m.run_id = t.run_id
group by t.dataset_id, t.name, m.image, m.true_class
order by wrong desc, mean_probability desc, m.image
limit :'limit';
