package dev.plankton.db;

import dev.plankton.contracts.json.PlainText;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jspecify.annotations.Nullable;

/** Text as PostgreSQL can store it: it refuses a whole row for one NUL, which a class name of a user may hold. */
final class TextColumns implements ArgumentFactory.Preparable {
    /** The escape of a NUL in JSON, after whole pairs of backslashes. */
    private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

    @Override
    public Optional<Function<@Nullable Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return type == String.class ? Optional.of(TextColumns::argument) : Optional.empty();
    }

    private static Argument argument(@Nullable Object value) {
        return (position, statement, context) ->
                statement.setString(position, value == null ? null : PlainText.of(value.toString()));
    }

    /** The same for JSON, where a NUL is written as an escape. */
    static String json(String json) {
        return NUL.matcher(json).replaceAll("$1\\\\ufffd");
    }
}
