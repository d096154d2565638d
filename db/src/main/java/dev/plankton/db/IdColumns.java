package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import dev.plankton.contracts.ids.WorkflowId;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Ids as columns of text. */
final class IdColumns implements ArgumentFactory {
    private static final Set<Class<?>> IDS = Set.of(ArtifactId.class, RunId.class, TaskId.class, WorkflowId.class);

    private IdColumns() {}

    static Jdbi register(Jdbi jdbi) {
        jdbi.registerArgument(new TextColumns());
        jdbi.registerArgument(new IdColumns());
        jdbi.registerColumnMapper(ArtifactId.class, (row, column, context) -> new ArtifactId(row.getString(column)));
        jdbi.registerColumnMapper(RunId.class, (row, column, context) -> new RunId(row.getString(column)));
        return jdbi;
    }

    @Override
    public Optional<Argument> build(Type type, @Nullable Object value, ConfigRegistry config) {
        return value != null && IDS.contains(value.getClass())
                ? Optional.of((position, statement, context) -> statement.setString(position, value.toString()))
                : Optional.empty();
    }
}
