create table training_progress (
    run_id                 text not null references run,
    round                  integer not null,
    step                   integer not null,
    steps                  integer not null,
    learning_rate          double precision not null,
    loss                   double precision not null,
    images_per_second      double precision not null,
    mean_pairwise_distance double precision not null,
    seconds_left           double precision not null,
    at                     timestamptz not null,
    primary key (run_id, round, step)
);

create table checkpoint (
    checkpoint_id text primary key,
    round         integer not null
);

create table training_round (
    run_id          text not null references run,
    round           integer not null,
    learning_rate   double precision not null,
    training_set    text not null,
    steps           integer not null,
    images          bigint not null,
    loss            double precision not null,
    validation_loss double precision,
    seconds         double precision not null,
    checkpoint_id   text not null references checkpoint,
    primary key (run_id, round)
);

create table evaluation (
    run_id                 text not null references run,
    round                  integer not null,
    evaluation_id          text not null,
    checkpoint_id          text not null,
    mean_pairwise_distance double precision not null,
    embedding_variance     double precision not null,
    primary key (run_id, round)
);

create table evaluation_measure (
    run_id                      text not null,
    round                       integer not null,
    split                       text not null check (split in ('VALIDATION', 'TEST')),
    images                      integer not null,
    accuracy_self               double precision not null,
    accuracy                    double precision not null,
    accuracy_5nn                double precision not null,
    precision_at_1              double precision not null,
    r_precision                 double precision not null,
    mean_average_precision_at_r double precision not null,
    macro_f1                    double precision not null,
    balanced_accuracy           double precision not null,
    silhouette                  double precision not null,
    primary key (run_id, round, split),
    foreign key (run_id, round) references evaluation on delete cascade
);

create table class_metric (
    run_id         text not null,
    round          integer not null,
    class          text not null,
    images         integer not null,
    mean_radius    double precision not null,
    max_radius     double precision not null,
    centroid_moved double precision not null,
    precision      double precision not null,
    recall         double precision not null,
    f1             double precision not null,
    primary key (run_id, round, class),
    foreign key (run_id, round) references evaluation on delete cascade
);

create table confusion_cell (
    run_id          text not null,
    round           integer not null,
    true_class      text not null,
    predicted_class text not null,
    images          integer not null,
    primary key (run_id, round, true_class, predicted_class),
    foreign key (run_id, round) references evaluation on delete cascade
);

comment on table training_progress is 'How a round stands while it trains; one row every few seconds.';
comment on table checkpoint is 'One row for each trained network; checkpoint_id is its artifact id.';
comment on table training_round is 'One row for each round of a run; round 0 is the network before training.';
comment on column training_round.seconds is 'How long the round took when it was trained, perhaps in an earlier run.';
comment on table evaluation is 'What each checkpoint of a run is worth.';
comment on table evaluation_measure is 'Measures of a checkpoint on one split; accuracy takes centroids from train, accuracy_self from the split itself.';
comment on table class_metric is 'Measures of one class under one checkpoint, on validation images; distances are Euclidean.';
comment on table confusion_cell is 'Nearest-centroid counts under one checkpoint, on validation images; cells of 0 are not stored.';
