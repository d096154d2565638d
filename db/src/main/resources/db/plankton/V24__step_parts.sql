-- A step that consists of many parts remembers each of them beside the results of whole steps.
create table step_part
(
    task_type text not null,
    part      text not null,
    step_key  text not null,
    primary key (task_type, part, step_key)
);

comment on table step_part is 'Which steps use the remembered result of a part. It may be deleted when no kept run has one of them.';

comment on view history.left_out_image is 'Images that were left out of a dataset: of more than 10,000, the first ones by name. The report lists all, and history.dataset.left_out counts all.';
