-- How well scores notice images of held-out classes, with the classifier of a run (SPEC 11).

create table classifier_unseen
(
    run_id           text             not null references classifier on delete cascade,
    score            text             not null,
    validation_auroc double precision not null,
    test_auroc       double precision not null,
    found_at_1       double precision not null,
    found_at_5       double precision not null,
    found_at_10      double precision not null,
    chosen           boolean          not null,
    primary key (run_id, score)
);

create view history.classifier_unseen as
select run_id, score, validation_auroc, test_auroc, found_at_1, found_at_5, found_at_10, chosen
from classifier_unseen;

comment on view history.classifier_unseen is 'How well each score tells images of held-out classes from those of the classes that a model was trained on.';
comment on column history.classifier_unseen.run_id is 'The run.';
comment on column history.classifier_unseen.score is 'As in history.unseen_detection; CLASSIFIER_ENERGY: the logarithm of the sum of the exponentials of the classifier''s outputs, with the other sign.';
comment on column history.classifier_unseen.validation_auroc is 'Area under the receiver operating characteristic against validation images, which chooses the score; 0.5 is guessing.';
comment on column history.classifier_unseen.test_auroc is 'The same against test images.';
comment on column history.classifier_unseen.found_at_1 is 'Share of the images of held-out classes that is found where 1 % of the test images are false alarms.';
comment on column history.classifier_unseen.found_at_5 is 'The same where 5 % are.';
comment on column history.classifier_unseen.found_at_10 is 'The same where 10 % are.';
comment on column history.classifier_unseen.chosen is 'Whether plankton_classify flags images by this score.';

-- Earlier runs flagged by the distance to the nearest images.
alter table classification add column score text not null default 'NEAREST_IMAGES';
alter table classification alter column score drop default;

create or replace view history.classification as
select run_id, model_id, name, images, far, threshold, score
from classification;

comment on column history.classification.far is 'Images that are flagged: their score is above the threshold.';
comment on column history.classification.threshold is 'The score above which an image is flagged.';
comment on column history.classification.score is 'Which score that is, as in history.classifier_unseen.';

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
                     'checkpoint.test_accuracy_high, classifier.test_accuracy_low, classifier.test_accuracy_high, sweep_setting.'),
             (9, 27, 'label_check, likely_label_error.'),
             (10, 28, 'discovery, discovered_group.'),
             (11, 29, 'classifier_unseen, classification.score.')) versions (version, migration, change);
