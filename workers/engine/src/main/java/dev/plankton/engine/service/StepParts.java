package dev.plankton.engine.service;

import dev.plankton.contracts.json.Json;
import dev.plankton.db.RunHistory;
import dev.plankton.engine.service.StepArtifacts.Made;
import dev.plankton.engine.step.Part;
import dev.plankton.engine.store.ResultMemory;
import dev.plankton.engine.store.ResultMemory.Remembered;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The finished parts of steps, remembered beside the results of whole steps. */
final class StepParts {
    private final ResultMemory memory;
    private final RunHistory history;
    private final String taskType;
    private final String stepKey;
    private final StepArtifacts whole;

    /** @param whole the artifacts of the attempt, which take over those of its parts */
    StepParts(ResultMemory memory, RunHistory history, String taskType, String stepKey, StepArtifacts whole) {
        this.memory = memory;
        this.history = history;
        this.taskType = taskType;
        this.stepKey = stepKey;
        this.whole = whole;
    }

    private record Done(Map<String, Object> result, List<Made> made) {}

    <T extends Record> T get(String part, Class<T> type, Part<T> work) throws IOException, InterruptedException {
        Optional<T> found = find(part, type);
        if (found.isPresent()) {
            return found.get();
        }
        StepArtifacts own = whole.ofPart();
        T result = work.run(own);
        history.runs().part(taskType, part, stepKey);
        Done done = new Done(Json.toMap(result), own.made());
        Remembered standing = memory.remember(taskType, part, new Remembered(Json.toMap(done), own.published()));
        return taken(standing, type);
    }

    <T extends Record> Optional<T> find(String part, Class<T> type) throws IOException {
        return memory.find(taskType, part, claim(part)).map(found -> taken(found, type));
    }

    private ResultMemory.Claim claim(String part) {
        return remembered -> {
            history.runs().part(taskType, part, stepKey);
            for (Made made : done(remembered).made()) {
                whole.record(made);
            }
        };
    }

    private <T extends Record> T taken(Remembered remembered, Class<T> type) {
        Done done = done(remembered);
        whole.adopt(done.made());
        return Json.convert(done.result(), type);
    }

    private static Done done(Remembered remembered) {
        return Json.convert(remembered.output(), Done.class);
    }
}
