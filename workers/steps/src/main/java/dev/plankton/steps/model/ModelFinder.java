package dev.plankton.steps.model;

import dev.plankton.contracts.BadInputException;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;

/** Finds models by name. */
final class ModelFinder {
    private ModelFinder() {}

    /** @throws BadInputException if no model has that name */
    static FoundModel find(String name, StepContext context) throws IOException {
        return context.history()
                .models()
                .find(name)
                .orElseThrow(() -> new BadInputException(
                        "There is no model '%s'; give champion (set once an analysis is complete), another alias, or the id of a run with a complete analysis."
                                .formatted(name)));
    }
}
