package dev.plankton.contracts.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValueTypeTest {

    /** JSON's 2025.10 and 1e3 arrive as 2025.1 and 1000.0, which could be the names of other uploads. */
    @Test
    void textIsNeverMadeFromAnythingThatMayHaveBeenWrittenOtherwise() {
        ValueType name = SettingTerms.uploadName();

        assertThat(name.read("2025.10")).contains("2025.10");
        assertThat(name.read("1e3")).contains("1e3");
        assertThat(name.read(2025)).contains("2025");
        assertThat(name.read(2025L)).contains("2025");
        assertThat(List.<Object>of(2025.1, 1000.0, true, List.of("a")))
                .allSatisfy(other -> assertThat(name.read(other)).isEmpty());
    }
}
