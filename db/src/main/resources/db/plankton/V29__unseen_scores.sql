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

insert into contract_version (version, migration, change)
values (11, 29, 'classifier_unseen, classification.score.');
