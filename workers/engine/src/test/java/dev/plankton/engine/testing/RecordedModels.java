package dev.plankton.engine.testing;

import dev.plankton.db.Models;
import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.ModelRow;
import java.util.Optional;

/** Models, the names that stand for them, and what was classified with them. */
record RecordedModels(RecordedHistory history) implements Models {

    @Override
    public void made(ModelRow model) {
        history.holds(model);
    }

    /** The last recorded model for every name except {@code none}, for which there is no model. */
    @Override
    public Optional<FoundModel> find(String name) {
        return history.all(ModelRow.class).reversed().stream()
                .filter(model -> !name.equals("none"))
                .map(model -> new FoundModel(model.modelId(), "the last"))
                .findFirst();
    }

    @Override
    public void aliasMoved(AliasMove move) {
        history.holds(move);
    }

    @Override
    public void classified(ClassificationRow classification) {
        history.holds(classification);
    }

    @Override
    public void discovered(DiscoveryRow discovery) {
        history.holds(discovery);
    }
}
