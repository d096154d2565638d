package dev.plankton.app;

import com.netflix.conductor.client.http.ConductorClient;
import com.netflix.conductor.client.http.TaskClient;
import com.netflix.conductor.common.metadata.tasks.PollData;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.steps.Steps;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether there is a worker for each kind of step, as Conductor knows it. */
final class WorkersAtWork {
    /** Far longer than the pauses between the polls of an idle worker. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    private WorkersAtWork() {}

    /** @throws Trouble naming the kinds of steps for which no worker has asked lately */
    static void check(StackState state) throws Trouble {
        ConductorClient conductor = ConductorAccess.open(state);
        try {
            Instant since = Instant.now().minus(RECENT);
            Set<String> polled = new TaskClient(conductor)
                    .getAllPollData().stream()
                            .filter(poll ->
                                    Instant.ofEpochMilli(poll.getLastPollTime()).isAfter(since))
                            .map(PollData::getQueueName)
                            .collect(Collectors.toSet());
            String lacking = Steps.types().stream()
                    .map(TaskType::name)
                    .filter(name -> !polled.contains(name))
                    .collect(Collectors.joining(", "));
            if (!lacking.isEmpty()) {
                throw new Trouble("In the last %d minutes no worker has asked for tasks of %s."
                        .formatted(RECENT.toMinutes(), lacking));
            }
        } finally {
            conductor.shutdown();
        }
    }
}
