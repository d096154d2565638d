package dev.plankton.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.inputs.HeldOutClasses;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeldOutTest {
    private static final Set<String> CLASSES =
            new TreeSet<>(List.of("alga", "copepod", "egg", "fish", "krill", "larva", "salp", "worm"));

    @Test
    void drawsDependOnTheSeedAlone() {
        Set<Set<String>> drawn = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            Set<String> three = of("3", seed);
            assertThat(three).hasSize(3).isSubsetOf(CLASSES).isEqualTo(of("3", seed));
            // a larger draw has the smaller one in it
            assertThat(of("5", seed)).hasSize(5).containsAll(three);
            drawn.add(three);
        }
        assertThat(drawn).hasSizeGreaterThan(10);
        assertThat(of("0.25", 1)).hasSize(2);
        assertThat(of("0.01", 1)).hasSize(1);
        assertThat(of("none", 1)).isEmpty();
    }

    @Test
    void namesMustBeClasses() {
        assertThat(of("salp, egg", 1)).containsExactly("egg", "salp");
        assertThatThrownBy(() -> of("egg, slap", 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("names slap, but dataset 'bay' has no such class; it has alga, copepod");
    }

    @Test
    void twoClassesAreLeftToTrainOn() {
        assertThat(of("6", 1)).hasSize(6);
        assertThatThrownBy(() -> of("7", 1))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("leaves 1 of the 8 classes of dataset 'bay' to train on; hold out at most 6");
    }

    private static Set<String> of(String wanted, long seed) {
        return HeldOut.of(HeldOutClasses.parse(wanted), CLASSES, seed, "bay");
    }
}
