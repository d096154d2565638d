package dev.plankton.steps.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertConfigTest {
    @Test
    void nobodyIsToldByDefault() {
        assertThat(AlertConfig.fromEnvironment(Map.of())).isEqualTo(new AlertConfig(Optional.empty()));
        assertThat(AlertConfig.fromEnvironment(Map.of("PLANKTON_ALERT_WEBHOOK", " "))
                        .webhook())
                .isEmpty();
    }

    @Test
    void takesWhatIsGivenOrWhatAFileHolds(@TempDir Path folder) throws IOException {
        AlertConfig expected = new AlertConfig(Optional.of(URI.create("https://chat.example.org/hooks/secret")));
        Path file = Files.writeString(folder.resolve("webhook"), "https://chat.example.org/hooks/secret\n");
        assertThat(AlertConfig.fromEnvironment(
                        Map.of("PLANKTON_ALERT_WEBHOOK", "https://chat.example.org/hooks/secret")))
                .isEqualTo(expected);
        assertThat(AlertConfig.fromEnvironment(Map.of("PLANKTON_ALERT_WEBHOOK_FILE", file.toString())))
                .isEqualTo(expected);
        assertThat(expected.toString()).isEqualTo("AlertConfig[webhook=set]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org/secret", "https:secret", "hooks/secret", "https://exa mple.org/secret"})
    void refusesWhatIsNoAddressWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> AlertConfig.fromEnvironment(Map.of("PLANKTON_ALERT_WEBHOOK", address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("PLANKTON_ALERT_WEBHOOK ")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
