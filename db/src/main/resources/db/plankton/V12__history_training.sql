create view history.round as
select r.run_id,
       r.round,
       r.learning_rate,
       r.training_set,
       r.steps,
       r.images,
       r.loss,
       r.validation_loss,
       r.seconds,
       r.checkpoint_id,
       d.backend,
       d.device,
       d.compute_capability,
       d.memory_bytes,
       d.threads
from training_round r
         left join training_device d on d.run_id = r.run_id and d.round = r.round;

comment on view history.round is 'One row for each round of a run: how its checkpoint was trained.';
comment on column history.round.run_id is 'The run.';
comment on column history.round.round is '0 is the network before training.';
comment on column history.round.learning_rate is 'The rate of the round.';
comment on column history.round.training_set is 'Artifact id of the balanced training set.';
comment on column history.round.steps is 'Optimiser steps.';
comment on column history.round.images is 'Images that the network saw.';
comment on column history.round.loss is 'Mean loss of the round.';
comment on column history.round.validation_loss is 'Mean loss on triplets of validation images; null if none was measured.';
comment on column history.round.seconds is 'How long the round took when it was trained, perhaps in an earlier run.';
comment on column history.round.checkpoint_id is 'Artifact id of the network after the round.';
comment on column history.round.backend is 'cpu or cuda; null if it is not known.';
comment on column history.round.device is 'Name of the processor or the card; null if it is not known.';
comment on column history.round.compute_capability is 'NVIDIA''s number for what a card can execute, such as 8.6; null for a CPU.';
comment on column history.round.memory_bytes is 'Memory of the card, or of the whole machine.';
comment on column history.round.threads is 'CPU threads that computed, on which the last bits of the result depend; 0 on a card.';

create view history.progress as
select run_id,
       round,
       step,
       steps,
       learning_rate,
       loss,
       images_per_second,
       mean_pairwise_distance,
       mean_output_norm,
       active_triplets,
       seconds_left,
       at
from training_progress;

comment on view history.progress is 'How a round stood while it was trained; one row every few seconds.';
comment on column history.progress.run_id is 'The run.';
comment on column history.progress.round is 'The round.';
comment on column history.progress.step is 'Steps done.';
comment on column history.progress.steps is 'Steps of the whole round.';
comment on column history.progress.learning_rate is 'The rate at this step.';
comment on column history.progress.loss is 'Mean loss since the last row.';
comment on column history.progress.images_per_second is 'Images through the network in a second.';
comment on column history.progress.mean_pairwise_distance is 'Between the embeddings of the last batch, Euclidean; near 0 the network has collapsed.';
comment on column history.progress.mean_output_norm is 'Mean length of the dense layer''s outputs for the last batch, before sigmoid or sphere; null in rows of old versions.';
comment on column history.progress.active_triplets is 'Share, 0 to 1, of the triplets that the miner could choose in the last batch whose loss is above 0; null in rows of old versions.';
comment on column history.progress.seconds_left is 'What the rest of the round is expected to take.';
comment on column history.progress.at is 'When this was.';

create view history.checkpoint as
select e.run_id,
       e.round,
       e.checkpoint_id,
       e.evaluation_id,
       v.accuracy,
       v.accuracy_self,
       v.accuracy_5nn,
       v.precision_at_1,
       v.r_precision,
       v.mean_average_precision_at_r,
       v.macro_f1,
       v.balanced_accuracy,
       v.silhouette,
       t.accuracy                    as test_accuracy,
       t.accuracy_self               as test_accuracy_self,
       t.accuracy_5nn                as test_accuracy_5nn,
       t.precision_at_1              as test_precision_at_1,
       t.r_precision                 as test_r_precision,
       t.mean_average_precision_at_r as test_mean_average_precision_at_r,
       t.macro_f1                    as test_macro_f1,
       t.balanced_accuracy           as test_balanced_accuracy,
       t.silhouette                  as test_silhouette,
       e.mean_pairwise_distance,
       e.embedding_variance
from evaluation e
         join evaluation_measure v on v.run_id = e.run_id and v.round = e.round and v.split = 'VALIDATION'
         join evaluation_measure t on t.run_id = e.run_id and t.round = e.round and t.split = 'TEST';

comment on view history.checkpoint is 'One row for each checkpoint that a run evaluated: what it is worth.';
comment on column history.checkpoint.run_id is 'The run.';
comment on column history.checkpoint.round is '0 is the network before training.';
comment on column history.checkpoint.checkpoint_id is 'Artifact id of the network; round has how it was trained.';
comment on column history.checkpoint.evaluation_id is 'Artifact id of the evaluation.';
comment on column history.checkpoint.accuracy is 'Nearest-centroid accuracy with centroids of the training images, on validation images.';
comment on column history.checkpoint.accuracy_self is 'Nearest-centroid accuracy with centroids of the images measured, the figure of the original experiment, on validation images.';
comment on column history.checkpoint.accuracy_5nn is 'Accuracy of the majority among the five nearest training images, on validation images.';
comment on column history.checkpoint.precision_at_1 is 'Share of images whose nearest other image is of their class, on validation images.';
comment on column history.checkpoint.r_precision is 'Mean share of an image''s class among its R nearest, R being the others of its class, on validation images.';
comment on column history.checkpoint.mean_average_precision_at_r is 'MAP@R: as r_precision, and early ranks count more, on validation images.';
comment on column history.checkpoint.macro_f1 is 'Mean F1 of the classes, on validation images.';
comment on column history.checkpoint.balanced_accuracy is 'Mean recall of the classes, on validation images.';
comment on column history.checkpoint.silhouette is 'Mean silhouette of the images, -1 to 1, on validation images.';
comment on column history.checkpoint.test_accuracy is 'As accuracy, on test images.';
comment on column history.checkpoint.test_accuracy_self is 'As accuracy_self, on test images.';
comment on column history.checkpoint.test_accuracy_5nn is 'As accuracy_5nn, on test images.';
comment on column history.checkpoint.test_precision_at_1 is 'As precision_at_1, on test images.';
comment on column history.checkpoint.test_r_precision is 'As r_precision, on test images.';
comment on column history.checkpoint.test_mean_average_precision_at_r is 'As mean_average_precision_at_r, on test images.';
comment on column history.checkpoint.test_macro_f1 is 'As macro_f1, on test images.';
comment on column history.checkpoint.test_balanced_accuracy is 'As balanced_accuracy, on test images.';
comment on column history.checkpoint.test_silhouette is 'As silhouette, on test images.';
comment on column history.checkpoint.mean_pairwise_distance is 'Mean Euclidean distance between validation embeddings; near 0 the network has collapsed.';
comment on column history.checkpoint.embedding_variance is 'Sum over the dimensions of the variance of validation embeddings.';

create view history.metric as
select m.run_id, m.round, m.split, named.metric, named.value
from evaluation_measure m
         cross join lateral (values ('accuracy', m.accuracy),
                                    ('accuracy_self', m.accuracy_self),
                                    ('accuracy_5nn', m.accuracy_5nn),
                                    ('precision_at_1', m.precision_at_1),
                                    ('r_precision', m.r_precision),
                                    ('mean_average_precision_at_r', m.mean_average_precision_at_r),
                                    ('macro_f1', m.macro_f1),
                                    ('balanced_accuracy', m.balanced_accuracy),
                                    ('silhouette', m.silhouette)) named (metric, value);

comment on view history.metric is 'The measures of checkpoint once more, one row for each: to compare runs in whatever they have in common.';
comment on column history.metric.run_id is 'The run.';
comment on column history.metric.round is 'The round.';
comment on column history.metric.split is 'VALIDATION or TEST.';
comment on column history.metric.metric is 'Name of a column of checkpoint.';
comment on column history.metric.value is 'Its value.';

create view history.class_metric as
select m.run_id,
       m.round,
       m.class,
       m.images,
       m.precision,
       m.recall,
       m.f1,
       m.mean_radius,
       m.max_radius,
       m.centroid_moved,
       (select c.predicted_class
        from confusion_cell c
        where c.run_id = m.run_id and c.round = m.round and c.true_class = m.class and c.predicted_class <> m.class
        order by c.images desc, c.predicted_class
        limit 1) as most_confused_with,
       (select max(c.images)
        from confusion_cell c
        where c.run_id = m.run_id and c.round = m.round and c.true_class = m.class and c.predicted_class <> m.class
       )         as confused_images
from class_metric m;

comment on view history.class_metric is 'One row for each class under each checkpoint of a run, on validation images (nearest centroid of the training images).';
comment on column history.class_metric.run_id is 'The run.';
comment on column history.class_metric.round is 'The round.';
comment on column history.class_metric.class is 'The class.';
comment on column history.class_metric.images is 'Validation images of the class.';
comment on column history.class_metric.precision is 'Of the images taken for the class, the share that are of it.';
comment on column history.class_metric.recall is 'Of the images of the class, the share taken for it.';
comment on column history.class_metric.f1 is 'Harmonic mean of precision and recall.';
comment on column history.class_metric.mean_radius is 'Mean Euclidean distance of the class''s embeddings to their centroid.';
comment on column history.class_metric.max_radius is 'The largest such distance.';
comment on column history.class_metric.centroid_moved is 'Distance of the centroid from that of the last checkpoint; 0 for round 0.';
comment on column history.class_metric.most_confused_with is 'The other class that most of its images were taken for; null if there is none.';
comment on column history.class_metric.confused_images is 'How many were.';

create view history.confusion as
select run_id, round, true_class, predicted_class, images
from confusion_cell;

comment on view history.confusion is 'How often images of one class were taken for another under a checkpoint, on validation images; cells of 0 have no row.';
comment on column history.confusion.run_id is 'The run.';
comment on column history.confusion.round is 'The round.';
comment on column history.confusion.true_class is 'What the images are.';
comment on column history.confusion.predicted_class is 'What they were taken for.';
comment on column history.confusion.images is 'How many.';
