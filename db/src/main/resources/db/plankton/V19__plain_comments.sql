comment on column history.classifier.validation_accuracy is 'Share of validation images that it classifies correctly.';
comment on column history.classifier.test_accuracy is 'Share of test images that it classifies correctly.';
comment on column history.model.validation_accuracy is 'Share of validation images that its classifier classifies correctly.';
comment on column history.model.test_accuracy is 'Share of test images that its classifier classifies correctly.';
comment on column history.run_summary.classifier_accuracy is 'Share of test images that its classifier classifies correctly; null if it has none.';
comment on view history.misclassified_image is 'The test images that a run''s classifier took for another class.';
comment on column history.round.validation_loss is 'Mean loss on triplets of validation images; null if none was measured or it is no number.';
comment on view history.deletable_artifact is 'The artifacts that may be deleted: those that no kept run, no run at work and no model with an alias needs. Never weights, nor what was published since the oldest run at work began.';
comment on column model.validation_accuracy is 'Share of validation images that the classifier classifies correctly.';
