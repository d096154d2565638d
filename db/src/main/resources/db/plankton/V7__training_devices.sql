create table training_device (
    run_id             text not null,
    round              integer not null,
    backend            text not null check (backend in ('cpu', 'cuda')),
    device             text not null,
    compute_capability numeric(4, 1),
    memory_bytes       bigint not null,
    threads            integer not null,
    primary key (run_id, round),
    foreign key (run_id, round) references training_round on delete cascade
);

comment on table training_device is 'What each round of a run was trained on, perhaps in an earlier run.';
comment on column training_device.compute_capability is 'NVIDIA''s number for what a card can execute, such as 8.6; null for a CPU.';
comment on column training_device.memory_bytes is 'Of the card, or of the whole machine.';
comment on column training_device.threads is 'CPU threads that computed, on which the last bits of the result depend; 0 on a card.';

create or replace view checkpoint_history as
select r.run_id,
       r.round,
       r.learning_rate,
       r.steps,
       r.images,
       r.loss,
       r.validation_loss,
       v.accuracy,
       v.accuracy_self,
       v.accuracy_5nn,
       v.macro_f1,
       t.accuracy               as test_accuracy,
       t.accuracy_5nn           as test_accuracy_5nn,
       t.macro_f1               as test_macro_f1,
       e.mean_pairwise_distance,
       r.seconds,
       r.checkpoint_id,
       e.evaluation_id,
       d.backend,
       d.device,
       d.threads
from training_round r
         left join evaluation e using (run_id, round)
         left join evaluation_measure v on v.run_id = r.run_id and v.round = r.round and v.split = 'VALIDATION'
         left join evaluation_measure t on t.run_id = r.run_id and t.round = r.round and t.split = 'TEST'
         left join training_device d on d.run_id = r.run_id and d.round = r.round;
