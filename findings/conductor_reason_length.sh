#!/usr/bin/env bash
# The reason why a task failed, in Conductor's Java client 6.0.0 (Maven: org.conductoross:conductor-client).
#
# Guess before running: a long reason reaches the server as it is, or is refused with a message.
# Seen: the setters of TaskResult and Task keep its first 500 characters and say nothing, while a log line, an output and the reason of a workflow
# keep all. So a message that ends with how to mend the mistake loses exactly that; it has to begin with it, or the rest belongs into the output.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in org.conductoross:conductor-client:6.0.0 org.apache.commons:commons-lang3:3.20.0 org.slf4j:slf4j-api:2.0.20 \
    com.fasterxml.jackson.core:jackson-annotations:2.20 com.fasterxml.jackson.core:jackson-core:2.20.0 \
    com.fasterxml.jackson.core:jackson-databind:2.20.0; do
    (cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$folder" >&2)
done
cat > "$folder/Reason.java" <<'J'
import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.metadata.tasks.TaskExecLog;
import com.netflix.conductor.common.metadata.tasks.TaskResult;
import com.netflix.conductor.common.run.Workflow;

public class Reason {
    public static void main(String[] arguments) {
        String reason = "x".repeat(800);
        TaskResult result = new TaskResult();
        result.setReasonForIncompletion(reason);
        Task task = new Task();
        task.setReasonForIncompletion(reason);
        Workflow workflow = new Workflow();
        workflow.setReasonForIncompletion(reason);
        int log = new TaskExecLog(reason).getLog().length();
        int ofResult = result.getReasonForIncompletion().length();
        int ofTask = task.getReasonForIncompletion().length();
        int ofWorkflow = workflow.getReasonForIncompletion().length();
        System.out.printf("of 800 characters remain: TaskResult %d, Task %d, Workflow %d, a log line %d%n", ofResult, ofTask, ofWorkflow, log);
        boolean asFound = ofResult == 500 && ofTask == 500 && ofWorkflow == 800 && log == 800;
        System.out.println(asFound ? "As found." : "This has changed.");
        System.exit(asFound ? 0 : 1);
    }
}
J
java=$("$here/../plankton" jdk)
"$java/bin/javac" -proc:none -cp "$folder/*" -d "$folder" "$folder/Reason.java"
"$java/bin/java" -cp "$folder/*:$folder" Reason
