create table classifier (
    run_id              text primary key references run,
    classifier_id       text not null,
    round               integer not null,
    best_epoch          integer not null,
    validation_accuracy double precision not null,
    test_accuracy       double precision not null,
    macro_f1            double precision not null
);

create table classifier_class (
    run_id    text not null references classifier on delete cascade,
    class     text not null,
    images    integer not null,
    precision double precision not null,
    recall    double precision not null,
    f1        double precision not null,
    primary key (run_id, class)
);

create table classifier_confusion_cell (
    run_id          text not null references classifier on delete cascade,
    true_class      text not null,
    predicted_class text not null,
    images          integer not null,
    primary key (run_id, true_class, predicted_class)
);

comment on table classifier is 'The classifier that a run trained on its embeddings, measured on test images.';
comment on table classifier_class is 'Measures of one class under a run''s classifier, on test images.';
comment on table classifier_confusion_cell is 'Counts under a run''s classifier, on test images; cells of 0 are not stored.';
