package dev.plankton.workflows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Adds a task without work at the end of each branch of a fork, and makes the join wait for these tasks. If the join
 * waited for a branch's own task, it would take the failure of that task as final, even if the task is about to be
 * tried again.
 */
final class ForkMarks {
    private ForkMarks() {}

    /** @param tasks of a workflow; a fork is followed by its join */
    static void add(ArrayNode tasks) {
        for (int at = 0; at + 1 < tasks.size(); at++) {
            if (tasks.get(at).path("type").asText().equals("FORK_JOIN")
                    && tasks.get(at + 1) instanceof ObjectNode join) {
                ArrayNode marks = join.putArray("joinOn");
                for (JsonNode branch : tasks.get(at).path("forkTasks")) {
                    if (branch instanceof ArrayNode list) {
                        String mark = list.path(0).path("taskReferenceName").asText() + "_done";
                        list.addObject()
                                .put("name", mark)
                                .put("taskReferenceName", mark)
                                .put("type", "NOOP");
                        marks.add(mark);
                    }
                }
            }
        }
    }
}
