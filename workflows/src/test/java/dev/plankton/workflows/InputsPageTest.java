package dev.plankton.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InputsPageTest {
    private static final Path PAGE = Path.of("INPUTS.md");

    @Test
    void thePageSaysWhatTheSchemaSays() throws IOException {
        if (Boolean.getBoolean("plankton.writePages")) {
            Files.writeString(PAGE, InputsPage.text());
        }
        assertThat(PAGE)
                .as("write it again: ./mvnw -q test -pl workflows -am -Dtest=InputsPageTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dplankton.writePages=true")
                .hasContent(InputsPage.text());
    }
}
