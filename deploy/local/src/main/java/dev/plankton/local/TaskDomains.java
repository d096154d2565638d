package dev.plankton.local;

import dev.plankton.runtime.step.Step;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which kinds of tasks a run leaves to the workers of a domain. */
final class TaskDomains {

    private TaskDomains() {}

    /** The same, if every task type exists: Conductor would ignore one that does not. */
    static Map<String, String> checked(Map<String, String> domains) throws Trouble {
        Set<String> known = AllSteps.create(System.getenv()).stream()
                .map(Step::taskType)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String task : domains.keySet()) {
            if (!known.contains(task)) {
                throw new Trouble("There is no task '%s' to send to a domain; there are %s."
                        .formatted(task, String.join(", ", known)));
            }
        }
        return domains;
    }
}
