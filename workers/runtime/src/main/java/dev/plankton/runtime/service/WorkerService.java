package dev.plankton.runtime.service;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.client.http.WorkflowClient;
import dev.plankton.db.Database;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.store.ArtifactStore;
import dev.plankton.runtime.store.ResultMemory;
import dev.plankton.runtime.store.S3ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/** Works on the tasks of a few steps until closed: the front of this module, and the place where its parts are joined. */
public final class WorkerService implements AutoCloseable {
    private static final Duration LOOK_FOR_ENDED_RUNS = Duration.ofMinutes(1);

    private final Polling polling;
    private final List<AutoCloseable> resources;
    private boolean closed;

    private WorkerService(Polling polling, List<AutoCloseable> resources) {
        this.polling = polling;
        this.resources = resources;
    }

    /**
     * Begins to poll for the tasks of these steps. Conductor, the store and the database may come up later.
     *
     * @throws IOException if the state folder cannot be used
     */
    public static WorkerService start(ServiceConfig config, List<Step<?, ?>> steps) throws IOException {
        String workerId = "%s-%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID());
        Path state = config.stateFolder();
        ScratchSpace scratch = ScratchSpace.open(state.resolve("scratch"));
        UnreportedResults unreported = new UnreportedResults(state.resolve("unreported"));
        S3ObjectStore objects = new S3ObjectStore(config.store());
        ArtifactStore artifacts = new ArtifactStore(objects, config.artifactCache());
        ResultMemory memory = new ResultMemory(objects, artifacts, scratch.folder());
        Database database = Database.open(config.database());
        ConductorClient conductor = Conductor.connect(config.conductor());
        TaskClient tasks = new TaskClient(conductor);
        WorkflowClient workflows = new WorkflowClient(conductor);
        TaskWatch watch = new TaskWatch(tasks);
        StepRunner runner = new StepRunner(artifacts, objects, memory, database.history(), scratch.folder());
        RunRecorder recorder = new RunRecorder(workflows, database.history());
        ResultReporter reporter = new ResultReporter(tasks, unreported);
        TaskHandler handler = new TaskHandler(tasks, watch, runner, recorder, reporter, workerId);
        TaskQueues queues = new TaskQueues(tasks, workerId, config.taskDomain());
        Slots slots = new Slots(config.threads(), new MachineLock(state.resolve("exclusive.lock")));
        Polling polling = new Polling(queues, handler, reporter, slots);
        polling.start(steps);
        EndedRuns ended = new EndedRuns(workflows, database.history(), LOOK_FOR_ENDED_RUNS);
        ended.start();
        return new WorkerService(
                polling, List.of(watch, ended, workflows, conductor::shutdown, objects, database, scratch));
    }

    /** Like {@link #start}, then waits for TERM or INT, ends what it can in a few seconds and lets the process exit. */
    public static void runUntilStopped(ServiceConfig config, List<Step<?, ?>> steps) {
        CountDownLatch stopped = new CountDownLatch(1);
        try (WorkerService service = start(config, steps)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                service.close();
                stopped.countDown();
            }));
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes no new tasks, gives the running ones a moment to end, cancels the others and hands them back. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        polling.close();
        resources.forEach(Quietly::close);
    }
}
