package dev.plankton.local;

import dev.plankton.workflows.Definitions;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The domains that tasks of a run are sent to, by task type. */
final class TaskDomains {

    private TaskDomains() {}

    /** The same, if every task type exists: Conductor would ignore one that does not. */
    static Map<String, String> checked(Map<String, String> domains) throws IOException, Trouble {
        Set<String> known = Definitions.read().tasks().stream()
                .map(task -> task.path("name").asText())
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
