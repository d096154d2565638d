create table dataset (
    dataset_id text primary key,
    name       text not null,
    side       integer not null check (side > 0),
    images     integer not null,
    left_out   integer not null
);

create table dataset_class (
    dataset_id text not null references dataset,
    class      text not null,
    train      integer not null,
    validation integer not null,
    test       integer not null,
    primary key (dataset_id, class)
);

create table left_out_image (
    dataset_id text not null references dataset,
    source     text not null,
    reason     text not null,
    primary key (dataset_id, source)
);

create table run_dataset (
    run_id     text not null references run,
    dataset_id text not null references dataset,
    primary key (run_id, dataset_id)
);

comment on table dataset is 'One row for each preprocessed dataset; dataset_id is the artifact id of its manifest.';
comment on column dataset.side is 'Height and width of the preprocessed images in pixels.';
comment on table dataset_class is 'Images of each class in each split.';
comment on table left_out_image is 'Images that were left out of a dataset, and why.';
comment on table run_dataset is 'The datasets that a run used.';
