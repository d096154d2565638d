package dev.plankton.model;

import dev.plankton.db.rows.FoundModel;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/** Models by name. */
final class Names {
    private Names() {}

    /** @throws BadInputException if the name stands for none */
    static FoundModel find(String name, StepContext context) throws IOException {
        return context.history()
                .findModel(name)
                .orElseThrow(() -> new BadInputException(
                        "There is no model '%s'; give champion once an analysis is complete, another alias, or the id of a run whose analysis is."
                                .formatted(name)));
    }
}
