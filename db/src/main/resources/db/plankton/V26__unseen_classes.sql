-- Classes that are held out of training, and what checkpoints do for them; and how far accuracies can be relied on.
alter table dataset_class
    add column unseen integer not null default 0;

create or replace view history.dataset_class as
select dataset_id, class, train, validation, test, unseen
from dataset_class;

comment on column history.dataset_class.unseen is 'Images of a class that is held out of training, thresholds and the choice of checkpoints; 0 for other classes.';

create table unseen_measure
(
    run_id                      text             not null,
    round                       integer          not null,
    classes                     integer          not null,
    images                      integer          not null,
    precision_at_1              double precision not null,
    r_precision                 double precision not null,
    mean_average_precision_at_r double precision not null,
    silhouette                  double precision not null,
    primary key (run_id, round),
    foreign key (run_id, round) references evaluation on delete cascade
);

create table unseen_few_examples
(
    run_id                 text             not null,
    round                  integer          not null,
    among                  text             not null,
    examples               integer          not null,
    classes                integer          not null,
    queries                integer          not null,
    nearest                double precision not null,
    nearest_deviation      double precision not null,
    five_nearest           double precision not null,
    five_nearest_deviation double precision not null,
    centroid               double precision not null,
    centroid_deviation     double precision not null,
    primary key (run_id, round, among, examples),
    foreign key (run_id, round) references evaluation on delete cascade
);

create table unseen_detection
(
    run_id       text             not null,
    round        integer          not null,
    score        text             not null,
    auroc        double precision not null,
    false_alarms double precision not null,
    primary key (run_id, round, score),
    foreign key (run_id, round) references evaluation on delete cascade
);

create view history.unseen_measure as
select run_id, round, classes, images, precision_at_1, r_precision, mean_average_precision_at_r, silhouette
from unseen_measure;

comment on view history.unseen_measure is 'How well a checkpoint arranges the images of classes that were held out of its training, among themselves.';
comment on column history.unseen_measure.run_id is 'The run.';
comment on column history.unseen_measure.round is 'The round; 0 before training.';
comment on column history.unseen_measure.classes is 'Number of held-out classes.';
comment on column history.unseen_measure.images is 'Images of these classes.';
comment on column history.unseen_measure.precision_at_1 is 'Share of these images whose nearest other image is of the same class.';
comment on column history.unseen_measure.r_precision is 'R-precision among these images.';
comment on column history.unseen_measure.mean_average_precision_at_r is 'MAP@R among these images.';
comment on column history.unseen_measure.silhouette is 'Mean silhouette of these images.';

create view history.unseen_few_examples as
select run_id,
       round,
       among,
       examples,
       classes,
       queries,
       nearest,
       nearest_deviation,
       five_nearest,
       five_nearest_deviation,
       centroid,
       centroid_deviation
from unseen_few_examples;

comment on view history.unseen_few_examples is 'How well a few labelled images of each class classify the other images of held-out classes: means over 20 random draws of the examples.';
comment on column history.unseen_few_examples.run_id is 'The run.';
comment on column history.unseen_few_examples.round is 'The round; 0 before training.';
comment on column history.unseen_few_examples.among is 'UNSEEN: an image has to be told from the other held-out classes; ALL: from all classes of the dataset.';
comment on column history.unseen_few_examples.examples is 'Labelled images of each class.';
comment on column history.unseen_few_examples.classes is 'Classes that have more images than that; the others take no part.';
comment on column history.unseen_few_examples.queries is 'Images of held-out classes that are classified in each draw.';
comment on column history.unseen_few_examples.nearest is 'Share classified correctly by the nearest example.';
comment on column history.unseen_few_examples.nearest_deviation is 'Standard deviation of nearest from draw to draw.';
comment on column history.unseen_few_examples.five_nearest is 'Share classified correctly by the majority of the 5 nearest examples, of equally frequent classes by the nearest.';
comment on column history.unseen_few_examples.five_nearest_deviation is 'Standard deviation of five_nearest from draw to draw.';
comment on column history.unseen_few_examples.centroid is 'Share classified correctly by the nearest mean of a class''s examples.';
comment on column history.unseen_few_examples.centroid_deviation is 'Standard deviation of centroid from draw to draw.';

create view history.unseen_detection as
select run_id, round, score, auroc, false_alarms
from unseen_detection;

comment on view history.unseen_detection is 'How well a score tells images of held-out classes from test images of the classes that were trained on.';
comment on column history.unseen_detection.run_id is 'The run.';
comment on column history.unseen_detection.round is 'The round; 0 before training.';
comment on column history.unseen_detection.score is 'NEAREST_CENTROID: distance to the nearest class centroid of the training images; RELATIVE_TO_RADIUS: the same relative to the mean distance of that class''s training images to it; NEAREST_IMAGES: mean distance to the 5 nearest training images.';
comment on column history.unseen_detection.auroc is 'Area under the receiver operating characteristic; 0.5 is guessing.';
comment on column history.unseen_detection.false_alarms is 'Share of test images of trained classes that are taken for unseen ones where 95 % of the unseen ones are found.';

create or replace view history.sweep_run as
select w.sweep_id,
       w.number,
       w.combination,
       w.run_id,
       coalesce(r.status, 'FAILED')                        as status,
       coalesce(r.reason, 'It failed before it began.') as reason,
       s.best_round,
       s.accuracy,
       c.balanced_accuracy,
       c.macro_f1,
       k.validation_accuracy                               as classifier_validation_accuracy,
       s.test_accuracy,
       k.test_accuracy                                     as classifier_test_accuracy,
       u.mean_average_precision_at_r                       as unseen_mean_average_precision_at_r
from sweep_run w
         left join history.run r on r.run_id = w.run_id
         left join history.run_summary s on s.run_id = w.run_id
         left join history.checkpoint c on c.run_id = w.run_id and c.round = s.best_round
         left join history.classifier k on k.run_id = w.run_id
         left join history.unseen_measure u on u.run_id = w.run_id and u.round = s.best_round;

comment on column history.sweep_run.unseen_mean_average_precision_at_r is 'MAP@R of the best checkpoint on images of held-out classes; null if no classes were held out.';

create view history.sweep_setting as
select sweep_id,
       combination - 'seed' - 'splitSeed'                                              as setting,
       count(*)                                                                        as runs,
       avg(accuracy)                                                                   as accuracy,
       stddev_samp(accuracy) / sqrt(count(accuracy))                                   as accuracy_error,
       avg(classifier_validation_accuracy)                                             as classifier_validation_accuracy,
       stddev_samp(classifier_validation_accuracy) / sqrt(count(classifier_validation_accuracy)) as classifier_validation_accuracy_error,
       avg(test_accuracy)                                                              as test_accuracy,
       stddev_samp(test_accuracy) / sqrt(count(test_accuracy))                         as test_accuracy_error,
       avg(classifier_test_accuracy)                                                   as classifier_test_accuracy,
       stddev_samp(classifier_test_accuracy) / sqrt(count(classifier_test_accuracy))   as classifier_test_accuracy_error
from history.sweep_run
where status = 'COMPLETED'
group by 1, 2;

comment on view history.sweep_setting is 'The combinations of a sweep without their seeds: means over the runs that completed, and the standard errors of these means, which are null for a single run.';
comment on column history.sweep_setting.sweep_id is 'The run of plankton_sweep.';
comment on column history.sweep_setting.setting is 'The grid values.';
comment on column history.sweep_setting.runs is 'Runs that completed.';
comment on column history.sweep_setting.accuracy is 'Mean accuracy of the best checkpoints on validation images, by the nearest centroid.';
comment on column history.sweep_setting.accuracy_error is 'Standard error of accuracy.';
comment on column history.sweep_setting.classifier_validation_accuracy is 'Mean accuracy of the classifiers on validation images.';
comment on column history.sweep_setting.classifier_validation_accuracy_error is 'Standard error of classifier_validation_accuracy.';
comment on column history.sweep_setting.test_accuracy is 'Mean accuracy of the best checkpoints on test images.';
comment on column history.sweep_setting.test_accuracy_error is 'Standard error of test_accuracy.';
comment on column history.sweep_setting.classifier_test_accuracy is 'Mean accuracy of the classifiers on test images.';
comment on column history.sweep_setting.classifier_test_accuracy_error is 'Standard error of classifier_test_accuracy.';

alter table evaluation_measure
    add column accuracy_low  double precision,
    add column accuracy_high double precision;

alter table classifier
    add column test_accuracy_low  double precision,
    add column test_accuracy_high double precision;

create or replace view history.checkpoint as
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
       e.embedding_variance,
       v.sampled,
       t.sampled                     as test_sampled,
       v.accuracy_low,
       v.accuracy_high,
       t.accuracy_low                as test_accuracy_low,
       t.accuracy_high               as test_accuracy_high
from evaluation e
         join evaluation_measure v on v.run_id = e.run_id and v.round = e.round and v.split = 'VALIDATION'
         join evaluation_measure t on t.run_id = e.run_id and t.round = e.round and t.split = 'TEST';

comment on column history.checkpoint.accuracy_low is 'Lower end of the range in which accuracy would lie for other images of these classes, with a probability of 95 % (bootstrap over the images of each class); null in runs of earlier versions.';
comment on column history.checkpoint.accuracy_high is 'Upper end of that range.';
comment on column history.checkpoint.test_accuracy_low is 'As accuracy_low, of test_accuracy.';
comment on column history.checkpoint.test_accuracy_high is 'As accuracy_high, of test_accuracy.';

create or replace view history.classifier as
select run_id,
       classifier_id,
       round,
       best_epoch,
       validation_accuracy,
       test_accuracy,
       macro_f1,
       test_accuracy_low,
       test_accuracy_high
from classifier;

comment on column history.classifier.test_accuracy_low is 'Lower end of the range in which test_accuracy would lie for other images of these classes, with a probability of 95 % (bootstrap over the images of each class); null in runs of earlier versions.';
comment on column history.classifier.test_accuracy_high is 'Upper end of that range.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.'),
             (4, 18, 'sweep_run.'),
             (5, 20, 'round.engine, round.precision, round.engine_choice.'),
             (6, 21, 'run.status TERMINATED, run.report_url, run_summary.report_url.'),
             (7, 25, 'checkpoint.sampled, checkpoint.test_sampled, step_part.'),
             (8, 26, 'dataset_class.unseen, unseen_measure, unseen_few_examples, unseen_detection, sweep_run.unseen_mean_average_precision_at_r, ' ||
                     'checkpoint.accuracy_low, checkpoint.accuracy_high, checkpoint.test_accuracy_low, ' ||
                     'checkpoint.test_accuracy_high, classifier.test_accuracy_low, classifier.test_accuracy_high, sweep_setting.')) versions (version, migration, change);
