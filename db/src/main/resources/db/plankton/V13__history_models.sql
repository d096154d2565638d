create view history.classifier as
select run_id, classifier_id, round, best_epoch, validation_accuracy, test_accuracy, macro_f1
from classifier;

comment on view history.classifier is 'The classifier that a run trained on its embeddings.';
comment on column history.classifier.run_id is 'The run.';
comment on column history.classifier.classifier_id is 'Artifact id of the classifier.';
comment on column history.classifier.round is 'The checkpoint whose embeddings it was trained on.';
comment on column history.classifier.best_epoch is 'The epoch that was kept, from 1.';
comment on column history.classifier.validation_accuracy is 'Share of validation images that it names rightly.';
comment on column history.classifier.test_accuracy is 'Share of test images that it names rightly.';
comment on column history.classifier.macro_f1 is 'Mean F1 of the classes on test images.';

create view history.classifier_class as
select run_id, class, images, precision, recall, f1
from classifier_class;

comment on view history.classifier_class is 'One row for each class under a run''s classifier, on test images.';
comment on column history.classifier_class.run_id is 'The run.';
comment on column history.classifier_class.class is 'The class.';
comment on column history.classifier_class.images is 'Test images of the class.';
comment on column history.classifier_class.precision is 'Of the images named so, the share that are of the class.';
comment on column history.classifier_class.recall is 'Of the images of the class, the share named so.';
comment on column history.classifier_class.f1 is 'Harmonic mean of precision and recall.';

create view history.classifier_confusion as
select run_id, true_class, predicted_class, images
from classifier_confusion_cell;

comment on view history.classifier_confusion is 'How often test images of one class were named another by a run''s classifier; cells of 0 have no row.';
comment on column history.classifier_confusion.run_id is 'The run.';
comment on column history.classifier_confusion.true_class is 'What the images are.';
comment on column history.classifier_confusion.predicted_class is 'What they were named.';
comment on column history.classifier_confusion.images is 'How many.';

create view history.misclassified_image as
select run_id, image, source, true_class, predicted_class, probability, probability_of_true
from misclassified_image;

comment on view history.misclassified_image is 'The test images that a run''s classifier named wrongly.';
comment on column history.misclassified_image.run_id is 'The run.';
comment on column history.misclassified_image.image is 'SHA-256 of the bytes of the source file.';
comment on column history.misclassified_image.source is 'Where the image was in the upload.';
comment on column history.misclassified_image.true_class is 'Its label.';
comment on column history.misclassified_image.predicted_class is 'What the classifier named it.';
comment on column history.misclassified_image.probability is 'That of the predicted class, 0 to 1.';
comment on column history.misclassified_image.probability_of_true is 'That of the label, 0 to 1.';

create view history.model as
select model_id,
       training_id,
       dataset_id,
       checkpoint_id,
       classifier_id,
       round,
       validation_accuracy,
       test_accuracy,
       created_at
from model;

comment on view history.model is 'One row for each model: all that new images are classified with.';
comment on column history.model.model_id is 'Artifact id of its manifest.';
comment on column history.model.training_id is 'The training that it comes from.';
comment on column history.model.dataset_id is 'The dataset that it was trained on.';
comment on column history.model.checkpoint_id is 'Artifact id of the network.';
comment on column history.model.classifier_id is 'Artifact id of the classifier.';
comment on column history.model.round is 'Round of the checkpoint.';
comment on column history.model.validation_accuracy is 'Share of validation images that the classifier names rightly.';
comment on column history.model.test_accuracy is 'Share of test images that it names rightly.';
comment on column history.model.created_at is 'When it was made.';

create view history.run_model as
select run_id, model_id
from run_model;

comment on view history.run_model is 'The model that a run made, or found made.';
comment on column history.run_model.run_id is 'The run.';
comment on column history.run_model.model_id is 'The model.';

create view history.model_alias as
select 'champion' as alias, model_id, reason
from champion
union all
select alias, model_id, reason
from model_alias
where alias <> 'champion';

comment on view history.model_alias is 'What each alias names now.';
comment on column history.model_alias.alias is 'champion, or a name given by hand.';
comment on column history.model_alias.model_id is 'The model.';
comment on column history.model_alias.reason is 'Why it is this one.';

create view history.model_alias_move as
select move_id, alias, model_id, reason, run_id, moved_at
from model_alias_move;

comment on view history.model_alias_move is 'Every time that an alias was made to name a model.';
comment on column history.model_alias_move.move_id is 'Counts the moves.';
comment on column history.model_alias_move.alias is 'The alias.';
comment on column history.model_alias_move.model_id is 'The model.';
comment on column history.model_alias_move.reason is 'Why.';
comment on column history.model_alias_move.run_id is 'The run that moved it.';
comment on column history.model_alias_move.moved_at is 'When.';

create view history.classification as
select run_id, model_id, name, images, far, threshold
from classification;

comment on view history.classification is 'One row for each run that classified new images.';
comment on column history.classification.run_id is 'The run.';
comment on column history.classification.model_id is 'The model that it used.';
comment on column history.classification.name is 'The name under which the images were uploaded.';
comment on column history.classification.images is 'Images classified.';
comment on column history.classification.far is 'Images that lie farther from all labelled images than the threshold.';
comment on column history.classification.threshold is 'The distance beyond which an image is flagged.';

create view history.classification_class as
select run_id, class, images, far, mean_confidence
from classification_class;

comment on view history.classification_class is 'New images by the class that they were given.';
comment on column history.classification_class.run_id is 'The run.';
comment on column history.classification_class.class is 'The class.';
comment on column history.classification_class.images is 'Images that were given it.';
comment on column history.classification_class.far is 'Those among them that lie far from all labelled images.';
comment on column history.classification_class.mean_confidence is 'Mean probability of the class for them.';
