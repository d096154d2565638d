package dev.plankton.contracts.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.plankton.contracts.BadInputException;
import java.util.regex.Pattern;

/** The name under which images or vectors were uploaded. */
public record UploadName(@JsonValue String value) {
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
    public static final String FORM_IN_WORDS =
            "a name of at most 100 letters, digits, '.', '_' and '-' that starts with a letter or digit";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    /** @throws BadInputException if the name has another form */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UploadName {
        if (!PATTERN.matcher(value).matches()) {
            throw new BadInputException("'%s' cannot name an upload; give %s.".formatted(value, FORM_IN_WORDS));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
