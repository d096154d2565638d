package dev.plankton.db;

import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.TaskId;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Ids that can be read: an artifact's is its name in hexadecimal digits, with zeros behind it. */
final class Ids {
    private static final int DIGITS = 64;

    private Ids() {}

    static RunId run(String id) {
        return new RunId(id);
    }

    static List<RunId> runs(String... ids) {
        return Stream.of(ids).map(RunId::new).toList();
    }

    static TaskId task(String id) {
        return new TaskId(id);
    }

    static ArtifactId artifact(String name) {
        String digits = HexFormat.of().formatHex(name.getBytes(StandardCharsets.UTF_8));
        return new ArtifactId(digits + "0".repeat(DIGITS - digits.length()));
    }

    static List<ArtifactId> artifacts(String... names) {
        return Stream.of(names).map(Ids::artifact).toList();
    }

    /** The name in an artifact's id; anything else as it is. */
    static String name(@Nullable Object id) {
        String text = String.valueOf(id);
        if (!text.matches(ArtifactId.FORM)) {
            return text;
        }
        return new String(HexFormat.of().parseHex(text.replaceFirst("(00)+$", "")), StandardCharsets.UTF_8);
    }
}
