package dev.plankton.db;

import dev.plankton.db.rows.DeviceRow;
import dev.plankton.db.rows.ProgressRow;
import dev.plankton.db.rows.RoundRow;
import org.jdbi.v3.core.Handle;

/** Rows of the tables {@code training_progress}, {@code checkpoint}, {@code training_round}, {@code training_device}. */
final class TrainingSql {
    private TrainingSql() {}

    static void progress(Handle handle, ProgressRow progress) {
        handle.createUpdate("""
                        insert into training_progress (run_id, round, step, steps, learning_rate, loss,
                                                       images_per_second, mean_pairwise_distance,
                                                       mean_output_norm, active_triplets, seconds_left, at)
                        values (:runId, :round, :step, :steps, :learningRate, :loss,
                                :imagesPerSecond, :meanPairwiseDistance,
                                :meanOutputNorm, :activeTriplets, :secondsLeft, :at)
                        on conflict (run_id, round, step) do update
                        set loss = excluded.loss, images_per_second = excluded.images_per_second,
                            seconds_left = excluded.seconds_left, at = excluded.at
                        """).bindMethods(progress).execute();
    }

    /** A round that is trained again replaces its row: the same inputs give the same checkpoint. */
    static void round(Handle handle, RoundRow round) {
        handle.createUpdate("""
                        insert into checkpoint (checkpoint_id, round) values (:checkpoint, :round)
                        on conflict do nothing
                        """).bindMethods(round).execute();
        handle.createUpdate("""
                        insert into training_round (run_id, round, learning_rate, training_set, steps, images,
                                                    loss, validation_loss, seconds, checkpoint_id)
                        values (:runId, :round, :learningRate, coalesce(:trainingSet, ''), :steps, :images,
                                :loss, :validationLoss, :seconds, :checkpoint)
                        on conflict (run_id, round) do update
                        set learning_rate = excluded.learning_rate, training_set = excluded.training_set,
                            steps = excluded.steps, images = excluded.images, loss = excluded.loss,
                            validation_loss = excluded.validation_loss, seconds = excluded.seconds,
                            checkpoint_id = excluded.checkpoint_id
                        """).bindMethods(round).execute();
    }

    static void device(Handle handle, DeviceRow device) {
        handle.createUpdate("""
                        insert into training_device (run_id, round, engine, precision, engine_choice, backend,
                                                     device, compute_capability, memory_bytes, threads)
                        values (:runId, :round, :engine, :precision, :choice, :backend, :device, cast(:computeCapability as numeric),
                                :memoryBytes, :threads)
                        on conflict (run_id, round) do update
                        set engine = excluded.engine, precision = excluded.precision,
                            engine_choice = excluded.engine_choice,
                            backend = excluded.backend, device = excluded.device,
                            compute_capability = excluded.compute_capability,
                            memory_bytes = excluded.memory_bytes, threads = excluded.threads
                        """).bindMethods(device).execute();
    }
}
