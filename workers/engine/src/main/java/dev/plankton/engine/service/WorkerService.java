package dev.plankton.engine.service;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.client.http.WorkflowClient;
import dev.plankton.contracts.tasks.FailureTask;
import dev.plankton.contracts.tasks.SweepPlanTask;
import dev.plankton.db.Database;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.ResultMemory;
import dev.plankton.engine.store.S3ObjectStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the tasks of the given steps until it is closed. This is the entry point of the module: it creates the module's
 * parts and connects them.
 */
public final class WorkerService implements AutoCloseable {
    private static final Duration LOOK_FOR_ENDED_RUNS = Duration.ofMinutes(1);
    private static final RunRecorder.Roles ROLES =
            new RunRecorder.Roles(SweepPlanTask.Lane.WORKFLOW, FailureTask.TYPE.name());

    private final Polling polling;
    private final List<AutoCloseable> resources;
    private boolean closed;

    private WorkerService(Polling polling, List<AutoCloseable> resources) {
        this.polling = polling;
        this.resources = resources;
    }

    /**
     * Starts to poll for the tasks of these steps. Conductor, the store and the database may start later.
     *
     * @throws IOException if the state folder cannot be used
     */
    public static WorkerService start(ServiceConfig config, List<Step<?, ?>> steps) throws IOException {
        String workerId = WorkerName.unique();
        Path state = StateFolder.usable(config.stateFolder());
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
        RunRecorder recorder = new RunRecorder(workflows, database.history().runs(), ROLES);
        ResultReporter reporter = new ResultReporter(tasks, unreported);
        TaskHandler handler = new TaskHandler(tasks, watch, runner, recorder, reporter, workerId);
        TaskQueues queues = new TaskQueues(tasks, workerId, config.taskDomain());
        Slots slots = new Slots(config.threads(), new MachineLock(state.resolve("exclusive.lock")));
        Polling polling = new Polling(queues, handler, reporter, slots);
        polling.start(steps);
        EndedRuns ended = new EndedRuns(workflows, database.history().runs(), LOOK_FOR_ENDED_RUNS);
        ended.start();
        return new WorkerService(
                polling, List.of(watch, ended, workflows, conductor::shutdown, objects, database, scratch));
    }

    /**
     * Starts a service as {@link #start} does and waits for the signal TERM or INT. Then it closes the service, which
     * takes a few seconds, and the process exits.
     */
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

    /**
     * Takes no new tasks and gives the running ones a moment to end. Then it cancels those that are left and returns
     * them to their queues.
     */
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
