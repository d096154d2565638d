-- 1,000 made-up runs of 30 checkpoints each, over 5 datasets of 20 classes: every fifth repeats the one before it and reuses all
-- of it, every tenth failed once and was tried again, every twentieth is not kept. The same rows whenever it is run.
-- Constraints are not checked meanwhile: a superuser runs this in one transaction.
set local session_replication_role = replica;
set local search_path = plankton;
select setseed(0.42);

create function pg_temp.key(name text) returns text language sql immutable
as $$ select encode(sha256(convert_to(name, 'UTF8')), 'hex') $$;

-- "config" is what the run was asked to do: a run that repeats another has the other's.
create temporary table made_up_run on commit drop as
select i,
       md5('run ' || i)::uuid::text                                             as run_id,
       case when i % 5 = 0 then i - 1 else i end                                as config,
       i % 5 = 0                                                                as repeats,
       i % 10 = 1                                                               as stumbled,
       (i - 1) / 5 % 5                                                          as dataset,
       timestamptz '2026-01-01 00:00:00+00' + i * interval '37 minutes'         as started_at
from generate_series(1, 1000) i;

insert into run (run_id, workflow, workflow_version, input, status, reason, started_at, ended_at, report, kept)
select run_id, 'plankton_embedding', 1, jsonb_build_object('dataset', 'bay-' || dataset, 'initialRate', 0.01 * (config % 7)),
       'COMPLETED', '', started_at, started_at + interval '31 minutes',
       'reports/' || left(pg_temp.key('report ' || config), 16) || '/index.html', i % 20 <> 7
from made_up_run;

insert into run_setting (run_id, workflow, name, position, value, given)
select run_id, 'plankton_embedding', 'setting' || s, s, (case when s < 5 then config % (7 + s) else s end)::text, s < 5
from made_up_run, generate_series(0, 59) s;

insert into dataset (dataset_id, name, side, images, left_out)
select pg_temp.key('dataset ' || d), 'bay-' || d, 299, 8000, 5 from generate_series(0, 4) d;
insert into dataset_class (dataset_id, class, train, validation, test)
select pg_temp.key('dataset ' || d), 'class ' || c, 150, 25, 25 from generate_series(0, 4) d, generate_series(1, 20) c;
insert into left_out_image (dataset_id, source, reason)
select pg_temp.key('dataset ' || d), 'broken/' || n || '.png', 'it cannot be decoded'
from generate_series(0, 4) d, generate_series(1, 5) n;
insert into run_dataset (run_id, dataset_id) select run_id, pg_temp.key('dataset ' || dataset) from made_up_run;

-- Each step with the owner of its key: the dataset for the first steps, the config for the others.
create temporary table made_up_step on commit drop as
select r.i, r.run_id, r.stumbled, r.started_at, t.task_type, t.number,
       t.task_type || ' ' || t.number                                           as name,
       pg_temp.key(t.task_type || t.number || case when t.shared then 'd' || r.dataset else 'c' || r.config end) as step_key,
       r.repeats or t.shared and r.i > 5 * (r.dataset + 1) or t.shared and (r.i - 1) % 5 > 0 as reused,
       t.minute
from made_up_run r
         cross join (select 'plankton_dataset_import' as task_type, 0 as number, true as shared, 0.0 as minute
                     union all select 'plankton_preprocess', n, true, 1 from generate_series(0, 3) n
                     union all select 'plankton_split', 0, true, 2
                     union all select 'plankton_balance', 0, false, 3
                     union all select 'plankton_train', n, false, 4 + n * 0.6 from generate_series(0, 29) n
                     union all select 'plankton_evaluate', n, false, 4.5 + n * 0.6 from generate_series(0, 29) n
                     union all select 'plankton_training_summary', 0, false, 24
                     union all select 'plankton_export', n, false, 25 from generate_series(0, 29) n
                     union all select 'plankton_classifier', 0, false, 27
                     union all select 'plankton_pca', 0, false, 27
                     union all select 'plankton_relations', 0, false, 27
                     union all select 'plankton_dendrogram', 0, false, 27
                     union all select 'plankton_report', 0, false, 29
                     union all select 'plankton_finish', 0, false, 30) t;

insert into step (task_id, run_id, workflow_id, task_type, reference_name, attempt, worker, status, step_key, reason,
                  started_at, ended_at)
select md5(s.run_id || s.name || a)::uuid::text, s.run_id, s.run_id, s.task_type, s.name, a, 'worker ' || s.i % 3,
       case when a = 0 and s.stumbled and s.name = 'plankton_train 7' then 'FAILED'
            when s.reused then 'REUSED' else 'COMPLETED' end,
       s.step_key, '',
       s.started_at + (s.minute + a) * interval '1 minute',
       s.started_at + (s.minute + a) * interval '1 minute' + case when s.reused then 0.1 else 5 + 20 * random() end * interval '1 second'
from made_up_step s
         cross join generate_series(0, case when s.stumbled and s.name = 'plankton_train 7' then 1 else 0 end) a;

-- What each step published: one artifact of its own kind, and the sections of the report some pictures and tables.
create temporary table made_up_artifact on commit drop as
select distinct s.task_type, s.number, s.step_key, kinds.kind, n,
       pg_temp.key(s.step_key || kinds.kind || n)                               as artifact_id,
       min(s.started_at) over (partition by s.step_key) + max(s.minute) over (partition by s.step_key) * interval '1 minute' as created_at
from made_up_step s
         join (values ('plankton_dataset_import', 'import', 1), ('plankton_dataset_import', 'source-shard', 4),
                      ('plankton_preprocess', 'image-shard', 1), ('plankton_preprocess', 'preprocessed', 1),
                      ('plankton_split', 'dataset', 1), ('plankton_balance', 'training-set', 1),
                      ('plankton_train', 'checkpoint', 1), ('plankton_evaluate', 'evaluation', 1),
                      ('plankton_training_summary', 'training', 1), ('plankton_training_summary', 'picture', 6),
                      ('plankton_export', 'embeddings', 1),
                      ('plankton_classifier', 'classifier', 1), ('plankton_classifier', 'model', 1),
                      ('plankton_classifier', 'picture', 8), ('plankton_pca', 'picture', 6),
                      ('plankton_relations', 'picture', 6), ('plankton_dendrogram', 'picture', 6),
                      ('plankton_report', 'report-file', 6), ('plankton_report', 'report', 1)) kinds (task_type, kind, copies)
              on kinds.task_type = s.task_type
         cross join generate_series(0, kinds.copies - 1) n;

insert into artifact (artifact_id, kind, bytes, task_type, step_key, created_at)
select artifact_id, kind, (1000 + 1e6 * random())::bigint, task_type, step_key, created_at from made_up_artifact;
insert into step_artifact (task_type, step_key, artifact_id, published_at)
select task_type, step_key, artifact_id, created_at from made_up_artifact;

-- Who reads what: the kinds of each step's inputs, of the same dataset or config; of rounds the same or the one before.
create temporary table made_up_owner on commit drop as
select distinct on (a.artifact_id) a.artifact_id, a.task_type, a.step_key, a.kind, a.number, a.n, r.config, r.dataset,
       a.kind in ('source-shard', 'image-shard', 'preprocessed', 'import', 'dataset') as shared
from made_up_artifact a
         join made_up_step s on s.step_key = a.step_key
         join made_up_run r on r.i = s.i
order by a.artifact_id, r.i;

create temporary table made_up_read (kind text, input text, which text) on commit drop;
insert into made_up_read
values ('image-shard', 'source-shard', 'shard'), ('preprocessed', 'source-shard', 'shard'), ('dataset', 'import', 'all'),
       ('dataset', 'preprocessed', 'all'), ('training-set', 'dataset', 'all'), ('checkpoint', 'training-set', 'all'),
       ('checkpoint', 'image-shard', 'all'), ('checkpoint', 'checkpoint', 'before'), ('evaluation', 'checkpoint', 'same'),
       ('evaluation', 'evaluation', 'before'), ('evaluation', 'image-shard', 'all'), ('training', 'evaluation', 'all'),
       ('embeddings', 'checkpoint', 'same'), ('embeddings', 'image-shard', 'all'), ('classifier', 'embeddings', 'all'),
       ('model', 'embeddings', 'all'), ('picture', 'embeddings', 'last'), ('report', 'picture', 'all'),
       ('report', 'training', 'all'), ('report', 'image-shard', 'all');
analyze made_up_owner;
analyze made_up_read;

insert into artifact_input (artifact_id, step_key, task_type, input_id)
select mine.artifact_id, mine.step_key, mine.task_type, theirs.artifact_id
from made_up_owner mine
         join made_up_read reads on reads.kind = mine.kind
         join made_up_owner theirs on theirs.kind = reads.input and theirs.shared and theirs.dataset = mine.dataset
where reads.which = 'all' or theirs.n = mine.number
union all
select mine.artifact_id, mine.step_key, mine.task_type, theirs.artifact_id
from made_up_owner mine
         join made_up_read reads on reads.kind = mine.kind
         join made_up_owner theirs on theirs.kind = reads.input and not theirs.shared and theirs.config = mine.config
where reads.which = 'all'
   or theirs.number = case reads.which when 'same' then mine.number when 'before' then mine.number - 1 else 29 end;

-- One sweep of a hundred of the runs.
update run set workflow = 'plankton_sweep' where run_id = (select run_id from made_up_run order by i desc limit 1);
insert into sweep_run (sweep_id, number, combination, run_id)
select (select run_id from made_up_run order by i desc limit 1), i, jsonb_build_object('margin', i / 100.0), run_id
from (select run_id, row_number() over (order by i) as i from made_up_run order by i limit 100) chosen;

-- Training, evaluation and classifier; the numbers depend on config and round alone, so that repeated runs agree.
create temporary table made_up_round on commit drop as
select r.i, r.run_id, r.config, round,
       pg_temp.key(pg_temp.key('plankton_train' || round || 'c' || r.config) || 'checkpoint0') as checkpoint_id,
       0.1 + 0.6 * (1 - exp(-round / 8.0)) + (hashint4(r.config * 100 + round) % 1000) / 1e4 as accuracy
from made_up_run r, generate_series(0, 29) round;

insert into checkpoint (checkpoint_id, round) select distinct checkpoint_id, round from made_up_round;
insert into training_round (run_id, round, learning_rate, training_set, steps, images, loss, validation_loss, seconds, checkpoint_id)
select run_id, round, 0.01 * 0.9 ^ round, 'set ' || config, 1000, 60000, 1 - accuracy, 1.1 - accuracy, 600, checkpoint_id
from made_up_round;
insert into training_device (run_id, round, backend, device, memory_bytes, threads)
select run_id, round, 'cpu', 'made up', 24::bigint << 30, 2 from made_up_round;
insert into training_progress (run_id, round, step, steps, learning_rate, loss, images_per_second, mean_pairwise_distance, seconds_left, at)
select r.run_id, r.round, step, 1000, 0.01, 1 - accuracy, 100, 1, 600 - step / 2, m.started_at + (4 + r.round * 0.6) * interval '1 minute'
from made_up_round r join made_up_run m using (i), generate_series(100, 1000, 100) step;
insert into evaluation (run_id, round, evaluation_id, checkpoint_id, mean_pairwise_distance, embedding_variance)
select run_id, round, pg_temp.key('evaluation' || config || ' ' || round), checkpoint_id, 1, 0.5 from made_up_round;
insert into evaluation_measure (run_id, round, split, images, accuracy_self, accuracy, accuracy_5nn, precision_at_1, r_precision,
                                mean_average_precision_at_r, macro_f1, balanced_accuracy, silhouette)
select run_id, round, split, 1000, accuracy + 0.05, accuracy - lower, accuracy, accuracy, accuracy / 2, accuracy / 3, accuracy,
       accuracy, accuracy - 0.5
from made_up_round, (values ('VALIDATION', 0), ('TEST', 0.02)) splits (split, lower);
insert into class_metric (run_id, round, class, images, mean_radius, max_radius, centroid_moved, precision, recall, f1)
select run_id, round, 'class ' || c, 25, 0.3, 0.8, 0.1, recall, recall, recall
from made_up_round, generate_series(1, 20) c,
     lateral (select accuracy + (hashint4(config * 1000 + round * 41 + c) % 1000) / 1e4 as recall) drawn;
insert into confusion_cell (run_id, round, true_class, predicted_class, images)
select run_id, round, 'class ' || c, 'class ' || 1 + (c - 1 + d) % 20, case d when 0 then 16 when 1 then 5 else 4 end
from made_up_round, generate_series(1, 20) c, (values (0), (1), (7)) d (d);

insert into classifier (run_id, classifier_id, round, best_epoch, validation_accuracy, test_accuracy, macro_f1)
select run_id, pg_temp.key('classifier' || config), 29, 50, accuracy, accuracy, accuracy from made_up_round where round = 29;
insert into classifier_class (run_id, class, images, precision, recall, f1)
select run_id, 'class ' || c, 25, 0.7, 0.7, 0.7 from made_up_run, generate_series(1, 20) c;
insert into classifier_confusion_cell (run_id, true_class, predicted_class, images)
select run_id, 'class ' || c, 'class ' || 1 + (c - 1 + d) % 20, case d when 0 then 18 when 1 then 4 else 3 end
from made_up_run, generate_series(1, 20) c, (values (0), (1), (7)) d (d);
insert into misclassified_image (run_id, image, source, true_class, predicted_class, probability, probability_of_true)
select run_id, pg_temp.key('image ' || dataset || ' ' || c || ' ' || n), 'class ' || c || '/' || n || '.png', 'class ' || c,
       'class ' || 1 + (c + hashint4(n + config) & 1) % 20, 0.8, 0.1
from made_up_run, generate_series(1, 20) c, generate_series(1, 25) n
where (hashint4(config * 1000 + c * 25 + n) & 1023) < 18 * n;
insert into model (model_id, training_id, dataset_id, checkpoint_id, classifier_id, round, validation_accuracy, test_accuracy, created_at)
select a.artifact_id, pg_temp.key('training' || r.config), pg_temp.key('dataset ' || r.dataset), t.checkpoint_id,
       pg_temp.key('classifier' || r.config), 29, t.accuracy, t.accuracy, a.created_at
from made_up_artifact a
         join made_up_step s on s.step_key = a.step_key
         join made_up_run r on r.i = s.i and not r.repeats
         join made_up_round t on t.i = r.i and t.round = 29
where a.kind = 'model';
insert into run_model (run_id, model_id)
select s.run_id, a.artifact_id from made_up_artifact a join made_up_step s on s.step_key = a.step_key where a.kind = 'model';
