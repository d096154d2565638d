package dev.plankton.contracts.tasks;

/** One task of a dynamic fork, in the form that Conductor expects. */
public record ForkedTask(String name, String taskReferenceName, String type) {

    /** A task of a type, with its place among the tasks of the fork. */
    public static ForkedTask of(TaskType<?, ?> type, String taskReferenceName) {
        return new ForkedTask(type.name(), taskReferenceName, "SIMPLE");
    }
}
