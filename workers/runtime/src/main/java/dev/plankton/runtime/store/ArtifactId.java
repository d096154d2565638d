package dev.plankton.runtime.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.runtime.step.BadInputException;
import java.util.regex.Pattern;

/** The SHA-256 of an artifact's bytes in lower-case hexadecimal: its name, its address and its proof. */
public record ArtifactId(@JsonValue String sha256) {
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArtifactId {
        if (!HEXADECIMAL.matcher(sha256).matches()) {
            throw new BadInputException(
                    "'%s' is not an artifact id; give the 64 hexadecimal digits that an earlier run printed."
                            .formatted(sha256));
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
