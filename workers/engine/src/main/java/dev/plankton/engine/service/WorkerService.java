package dev.plankton.engine.service;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.client.http.WorkflowClient;
import dev.plankton.contracts.tasks.FailureTask;
import dev.plankton.contracts.tasks.SweepPlanTask;
import dev.plankton.db.Database;
import dev.plankton.db.queues.ConductorQueues;
import dev.plankton.db.queues.QueueWatch;
import dev.plankton.engine.metrics.DatabaseMeters;
import dev.plankton.engine.metrics.Metrics;
import dev.plankton.engine.metrics.PollMeters;
import dev.plankton.engine.metrics.StepMeters;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.ResultMemory;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
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
     * @throws IOException if the state folder cannot be used, or the port of the metrics
     */
    public static WorkerService start(ServiceConfig config, List<Step<?, ?>> steps) throws IOException {
        Metrics metrics = Metrics.open(config.metrics());
        try {
            return start(config, steps, metrics, List.of(metrics));
        } catch (IOException | RuntimeException e) {
            metrics.close(); // its threads would keep the process alive
            throw e;
        }
    }

    /** The same with the metrics of a process that does more; it closes them itself. */
    public static WorkerService start(ServiceConfig config, List<Step<?, ?>> steps, Metrics metrics)
            throws IOException {
        return start(config, steps, metrics, List.of());
    }

    private static WorkerService start(
            ServiceConfig config, List<Step<?, ?>> steps, Metrics metrics, List<AutoCloseable> last)
            throws IOException {
        String workerId = WorkerName.unique();
        Path state = StateFolder.usable(config.stateFolder());
        ScratchSpace scratch = ScratchSpace.open(state.resolve("scratch"));
        UnreportedResults unreported = new UnreportedResults(state.resolve("unreported"));
        StoreWatch storeWatch = metrics.store();
        S3ObjectStore objects = new S3ObjectStore(config.store(), storeWatch);
        ArtifactStore artifacts = new ArtifactStore(objects, config.artifactCache(), config.cache(), storeWatch);
        ResultMemory memory = new ResultMemory(objects, artifacts, scratch.folder());
        DatabaseMeters databaseMeters = metrics.database();
        Database database = Database.open(config.database(), databaseMeters);
        databaseMeters.pool("worker", database::pool);
        ConductorClient conductor = Conductor.connect(config.conductor());
        TaskClient tasks = new TaskClient(conductor);
        WorkflowClient workflows = new WorkflowClient(conductor);
        TaskWatch watch = new TaskWatch(tasks);
        StepMeters meters = metrics.steps();
        StepRunner runner = new StepRunner(artifacts, objects, memory, database.history(), meters, scratch.folder());
        RunRecorder recorder = new RunRecorder(workflows, database.history().runs(), ROLES);
        ResultReporter reporter = new ResultReporter(tasks, unreported);
        TaskHandler handler = new TaskHandler(tasks, watch, runner, recorder, reporter, meters, workerId);
        TaskQueues queues = new TaskQueues(tasks, workerId, config.taskDomain());
        Slots slots = new Slots(config.threads(), new MachineLock(state.resolve("exclusive.lock")));
        ConductorContact contact = new ConductorContact(InstantSource.system());
        PollMeters pollMeters = metrics.polls(config.taskDomain());
        Announcements announcements = new Announcements();
        Polling polling = new Polling(queues, handler, reporter, slots, announcements, contact, pollMeters);
        steps.forEach(step -> meters.expect(step.type().name()));
        polling.start(steps);
        List<AutoCloseable> resources = new ArrayList<>();
        config.conductorSchema()
                .ifPresent(schema ->
                        resources.add(QueueWatch.start(new ConductorQueues(config.database(), schema), announcements)));
        steps.stream()
                .findFirst()
                .ifPresent(step -> contact.keep(tasks, step.type().name()));
        metrics.health().own(polling::trouble);
        metrics.health().passing(polling::stopping);
        metrics.health().passing(contact::trouble);
        EndedRuns ended = new EndedRuns(workflows, database.history().runs(), LOOK_FOR_ENDED_RUNS);
        ended.start();
        resources.addAll(List.of(
                announcements, contact, watch, ended, workflows, conductor::shutdown, objects, database, scratch));
        resources.addAll(last);
        return new WorkerService(polling, resources);
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
