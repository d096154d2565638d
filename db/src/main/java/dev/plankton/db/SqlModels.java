package dev.plankton.db;

import dev.plankton.db.rows.AliasMove;
import dev.plankton.db.rows.ClassificationRow;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.db.rows.FoundModel;
import dev.plankton.db.rows.ModelRow;
import java.io.IOException;
import java.util.Optional;

/** {@link Models} in PostgreSQL; each method is one transaction. */
final class SqlModels implements Models {
    private final Transactions database;

    SqlModels(Transactions database) {
        this.database = database;
    }

    @Override
    public void made(ModelRow model) throws IOException {
        database.write(handle -> ModelSql.made(handle, model));
    }

    @Override
    public Optional<FoundModel> find(String name) throws IOException {
        return database.read(handle -> ModelSql.find(handle, name));
    }

    @Override
    public void aliasMoved(AliasMove move) throws IOException {
        database.write(handle -> ModelSql.aliasMoved(handle, move));
    }

    @Override
    public void classified(ClassificationRow classification) throws IOException {
        database.write(handle -> ModelSql.classified(handle, classification));
    }

    @Override
    public void discovered(DiscoveryRow discovery) throws IOException {
        database.write(handle -> DiscoverySql.discovered(handle, discovery));
    }
}
