package dev.plankton.engine.service;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A step that does what a test says and counts how often. */
final class TextStep implements Step<TextStep.Input, TextStep.Output> {
    /** Any text. */
    record Input(String text) {}

    /** The artifact that was published. */
    record Output(ArtifactId artifact) {}

    /** What the step does. */
    interface Body {
        Output run(Input input, StepContext context) throws IOException, InterruptedException;
    }

    private final String taskType;
    private final Body body;
    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger records = new AtomicInteger();

    TextStep(String taskType, Body body) {
        this.taskType = taskType;
        this.body = body;
    }

    /** Publishes its task type and its input. */
    static TextStep publishing(String taskType) {
        return new TextStep(taskType, (input, context) -> publish(taskType + " " + input.text(), context));
    }

    static Output publish(String text, StepContext context) throws IOException, InterruptedException {
        Path file = Files.writeString(context.scratch().resolve("text"), text);
        ArtifactId id = context.publish("text", file);
        return new Output(id);
    }

    /** How often the work was done. */
    int runs() {
        return runs.get();
    }

    /** How often the end was recorded. */
    int records() {
        return records.get();
    }

    @Override
    public TaskType<Input, Output> type() {
        return TaskType.of(taskType, "Does what a test says.", Input.class, Output.class);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Output run(Input input, StepContext context) throws IOException, InterruptedException {
        runs.incrementAndGet();
        return body.run(input, context);
    }

    @Override
    public void record(Input input, Output output, StepContext context) {
        records.incrementAndGet();
    }
}
