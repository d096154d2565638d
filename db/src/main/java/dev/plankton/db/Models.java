package dev.plankton.db;

import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.ModelRow;
import java.io.IOException;
import java.util.Optional;

/** Models, the names that stand for them, and what was done with them to new images; see {@link RunHistory}. */
public interface Models {

    /** Records a model and the run that made it. */
    void made(ModelRow model) throws IOException;

    /**
     * The model that a name stands for now.
     *
     * @param name {@code champion}, another alias, or the id of a run, a training or a model
     */
    Optional<FoundModel> find(String name) throws IOException;

    /** Records that an alias names another model from now on. Recording the same move twice changes nothing. */
    void aliasMoved(AliasMove move) throws IOException;

    void classified(ClassificationRow classification) throws IOException;

    void discovered(DiscoveryRow discovery) throws IOException;
}
