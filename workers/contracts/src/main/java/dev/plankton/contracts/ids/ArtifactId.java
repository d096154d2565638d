package dev.plankton.contracts.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.contracts.BadInputException;
import java.util.regex.Pattern;

/**
 * The SHA-256 of an artifact's bytes in lower-case hexadecimal. It names the artifact, says where it is stored and
 * proves that it is unchanged.
 */
public record ArtifactId(@JsonValue String sha256) {
    public static final String FORM = "[0-9a-f]{64}";
    public static final String FORM_IN_WORDS = "64 hexadecimal digits";

    private static final Pattern HEXADECIMAL = Pattern.compile(FORM);

    /** @throws BadInputException if the text has another form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ArtifactId {
        if (!HEXADECIMAL.matcher(sha256).matches()) {
            throw new BadInputException("'%s' is not an artifact id; give the %s that an earlier run printed."
                    .formatted(sha256, FORM_IN_WORDS));
        }
    }

    @Override
    public String toString() {
        return sha256;
    }
}
