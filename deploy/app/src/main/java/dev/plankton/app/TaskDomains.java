package dev.plankton.app;

import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.steps.Steps;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The domains that tasks of a run are sent to, by task type. */
final class TaskDomains {

    private TaskDomains() {}

    /** Returns the domains unchanged if every task type exists: Conductor would ignore one that does not. */
    static Map<String, String> checked(Map<String, String> domains) throws Trouble {
        Set<String> known = Steps.types().stream().map(TaskType::name).collect(Collectors.toCollection(TreeSet::new));
        for (String task : domains.keySet()) {
            if (!known.contains(task)) {
                throw new Trouble("There is no task '%s' to send to a domain; there are %s."
                        .formatted(task, String.join(", ", known)));
            }
        }
        return domains;
    }
}
