alter table training_device
    add column engine        text check (engine in ('dl4j', 'pytorch')),
    add column precision     text check (precision in ('fp32', 'bf16')),
    add column engine_choice text;

comment on column training_device.engine is 'The library that computed; null for rounds before there was a choice, which DL4J trained.';
comment on column training_device.precision is 'The numbers that convolutions calculated with; null for rounds before there was a choice, which had 32 bits.';
comment on column training_device.engine_choice is 'Why the library was chosen.';

create or replace view history.round as
select r.run_id,
       r.round,
       r.learning_rate,
       r.training_set,
       r.steps,
       r.images,
       r.loss,
       r.validation_loss,
       r.seconds,
       r.checkpoint_id,
       d.backend,
       d.device,
       d.compute_capability,
       d.memory_bytes,
       d.threads,
       d.engine,
       d.precision,
       d.engine_choice
from training_round r
         left join training_device d on d.run_id = r.run_id and d.round = r.round;

comment on column history.round.engine is 'The library that trained it: dl4j or pytorch; null if it is not known.';
comment on column history.round.precision is 'The numbers that convolutions calculated with: fp32 or bf16; null if it is not known.';
comment on column history.round.engine_choice is 'Why the library was chosen; null if it is not known.';

create or replace view history.contract_version as
select version, migration, change
from (values (1, 11, 'The first.'),
             (2, 16, 'artifact.deleted_at, cleanup_item, verified_artifact.'),
             (3, 17, 'alert.'),
             (4, 18, 'sweep_run.'),
             (5, 20, 'round.engine, round.precision, round.engine_choice.')) versions (version, migration, change);
