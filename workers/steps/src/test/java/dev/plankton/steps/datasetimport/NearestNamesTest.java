package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNamesTest {

    @Test
    void countsInsertedDeletedAndReplacedLetters() {
        assertThat(NearestNames.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(NearestNames.distance("", "abc")).isEqualTo(3);
        assertThat(NearestNames.distance("Demo", "demo")).isZero();
    }

    @Test
    void putsTheNearestFirst() {
        assertThat(NearestNames.of("dmeo", List.of("plankton40", "zoo", "demo"), 2))
                .containsExactly("demo", "zoo");
    }
}
