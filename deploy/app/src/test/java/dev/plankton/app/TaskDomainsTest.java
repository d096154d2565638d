package dev.plankton.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TaskDomainsTest {

    @Test
    void takesTheTasksThatThereAre() throws Exception {
        assertThat(TaskDomains.checked(Map.of("plankton_train", "gpu"))).isEqualTo(Map.of("plankton_train", "gpu"));
        assertThat(TaskDomains.checked(Map.of())).isEmpty();
    }

    @Test
    void refusesOneThatConductorWouldIgnore() {
        assertThatThrownBy(() -> TaskDomains.checked(Map.of("plankton_trian", "gpu")))
                .isInstanceOf(Trouble.class)
                .hasMessageStartingWith("There is no task 'plankton_trian' to send to a domain; there are")
                .hasMessageContaining("plankton_train,");
    }
}
