-- The schema history is what others may rely on: see db/README.md for how it may change.
create schema if not exists history;

create view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.')) versions (version, migration, change);

comment on view history.contract_version is 'The versions of this schema; db/README.md says how they may differ.';
comment on column history.contract_version.version is '1 for the first; the largest number is what this database offers.';
comment on column history.contract_version.migration is 'The number of the migration that brought it.';
comment on column history.contract_version.change is 'What is new.';

create view history.run as
select run_id,
       workflow,
       workflow_version,
       input,
       status,
       reason,
       started_at,
       ended_at,
       extract(epoch from coalesce(ended_at, now()) - started_at)::double precision as seconds,
       report,
       kept
from run;

comment on view history.run is 'One row for each run: the outermost workflow and all that it starts.';
comment on column history.run.run_id is 'Conductor''s id of the outermost workflow.';
comment on column history.run.workflow is 'Name of the workflow.';
comment on column history.run.workflow_version is 'Version of its definition.';
comment on column history.run.input is 'The input as it was given; run_setting has the values that stand in place of what is missing.';
comment on column history.run.status is 'RUNNING, COMPLETED or FAILED.';
comment on column history.run.reason is 'Why it failed, in one sentence; empty otherwise.';
comment on column history.run.started_at is 'When it was started.';
comment on column history.run.ended_at is 'When it ended; null while it runs.';
comment on column history.run.seconds is 'From its start to its end, or until now.';
comment on column history.run.report is 'Key of the report''s index.html in the object store; null if there is none.';
comment on column history.run.kept is 'Whether what it left behind is to stay; see deletable_artifact.';

create view history.run_setting as
select run_id, workflow, name, position, value, given
from run_setting;

comment on view history.run_setting is 'One row for each setting of each workflow of a run, whether given or filled in.';
comment on column history.run_setting.run_id is 'The run.';
comment on column history.run_setting.workflow is 'The run''s own workflow, or one that it started.';
comment on column history.run_setting.name is 'Name of the input.';
comment on column history.run_setting.position is 'Its place among the settings of the workflow, from 0.';
comment on column history.run_setting.value is 'The value that was used, as text.';
comment on column history.run_setting.given is 'Whether the input of the workflow set it to something else than its default.';

create view history.run_dataset as
select run_id, dataset_id
from run_dataset;

comment on view history.run_dataset is 'The datasets that a run used.';
comment on column history.run_dataset.run_id is 'The run.';
comment on column history.run_dataset.dataset_id is 'The dataset.';

create view history.dataset as
select dataset_id, name, side, images, left_out
from dataset;

comment on view history.dataset is 'One row for each preprocessed dataset.';
comment on column history.dataset.dataset_id is 'Artifact id of its manifest.';
comment on column history.dataset.name is 'The name under which the images were uploaded.';
comment on column history.dataset.side is 'Height and width of the preprocessed images in pixels.';
comment on column history.dataset.images is 'Images that are used.';
comment on column history.dataset.left_out is 'Images that could not be used.';

create view history.dataset_class as
select dataset_id, class, train, validation, test
from dataset_class;

comment on view history.dataset_class is 'Images of each class of a dataset in each split.';
comment on column history.dataset_class.dataset_id is 'The dataset.';
comment on column history.dataset_class.class is 'The class.';
comment on column history.dataset_class.train is 'Images to train with, before any augmentation.';
comment on column history.dataset_class.validation is 'Images to validate with.';
comment on column history.dataset_class.test is 'Images to test with.';

create view history.left_out_image as
select dataset_id, source, reason
from left_out_image;

comment on view history.left_out_image is 'Images that were left out of a dataset.';
comment on column history.left_out_image.dataset_id is 'The dataset.';
comment on column history.left_out_image.source is 'Where the image was in the upload.';
comment on column history.left_out_image.reason is 'Why, in one sentence.';

-- How long a reused result took when it was made is looked up only where somebody asks for it.
create view history.step_attempt as
select task_id,
       run_id,
       workflow_id,
       task_type,
       reference_name,
       attempt,
       worker,
       status,
       reason,
       step_key,
       started_at,
       ended_at,
       extract(epoch from ended_at - started_at)::double precision as seconds,
       case when status = 'REUSED'
            then (select extract(epoch from made.ended_at - made.started_at)::double precision
                  from step made
                  where made.step_key = step.step_key and made.task_type = step.task_type and made.status = 'COMPLETED'
                  order by made.ended_at
                  limit 1) end                                      as seconds_when_made
from step;

comment on view history.step_attempt is 'One row for each attempt at a task.';
comment on column history.step_attempt.task_id is 'Conductor''s id of the attempt.';
comment on column history.step_attempt.run_id is 'The run that it belongs to.';
comment on column history.step_attempt.workflow_id is 'The workflow that the task is in: the run itself, or one that it started.';
comment on column history.step_attempt.task_type is 'Kind of task, such as plankton_train.';
comment on column history.step_attempt.reference_name is 'The task''s name inside its workflow, with the iteration of its loop.';
comment on column history.step_attempt.attempt is '0 for the first, one more for each retry.';
comment on column history.step_attempt.worker is 'The worker that took it up last.';
comment on column history.step_attempt.status is 'RUNNING, COMPLETED, REUSED (an earlier result was found and verified), REJECTED (the input can never work), FAILED or CANCELLED; an attempt whose worker was killed stays RUNNING.';
comment on column history.step_attempt.reason is 'Why it did not succeed; empty if it did.';
comment on column history.step_attempt.step_key is 'Hash of task type, code version and inputs: equal keys mean equal work; empty until the attempt has ended.';
comment on column history.step_attempt.started_at is 'When a worker took it up.';
comment on column history.step_attempt.ended_at is 'When it ended; null while it runs.';
comment on column history.step_attempt.seconds is 'From its start to its end; null while it runs.';
comment on column history.step_attempt.seconds_when_made is 'Of a reused result, how long the attempt took that made it; null for others and if that was before this history began.';
