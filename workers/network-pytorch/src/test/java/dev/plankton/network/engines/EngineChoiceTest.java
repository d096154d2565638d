package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.engine.UnusableDeviceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {
    private static final Engines ENGINES = BothEngines.ENGINES;

    @Test
    void theEngineThatIsAskedForIsTaken() {
        Engines.Choice choice = ENGINES.choose(NetworkEngine.DL4J, Precision.FP32);

        assertThat(choice.engine().name()).isEqualTo(NetworkEngine.DL4J);
        assertThat(choice.reason()).isEqualTo("trainingEngine asks for it");
    }

    @Test
    void onProcessorsTheOneThatWasMeasuredToBeFasterIsTakenWhereItComputesRightly() {
        Engines.Choice choice = ENGINES.choose(NetworkEngine.AUTO, Precision.FP32);

        if (isUsable(ENGINES.named(NetworkEngine.PYTORCH))) {
            assertThat(choice.engine().name()).isEqualTo(NetworkEngine.PYTORCH);
            assertThat(choice.reason()).contains("RESULTS.md");
        } else {
            assertThat(choice.engine().name()).isEqualTo(NetworkEngine.DL4J);
            assertThat(choice.reason()).contains("only engine of this build for this machine");
        }
    }

    private static boolean isUsable(TrainingEngine engine) {
        try {
            return !engine.requireUsable().isEmpty();
        } catch (UnusableDeviceException e) {
            return false;
        }
    }

    @Test
    void sixteenBitsNeedTheEngineThatHasThem() {
        assertThat(ENGINES.choose(NetworkEngine.AUTO, Precision.BF16).engine().name())
                .isEqualTo(NetworkEngine.PYTORCH);
    }

    @Test
    void aBuildWithOneEngineSaysSo() {
        Engines one = new Engines(List.of(ENGINES.named(NetworkEngine.DL4J)));

        assertThat(one.choose(NetworkEngine.AUTO, Precision.FP32).reason()).contains("only engine of this build");
        assertThatThrownBy(() -> one.choose(NetworkEngine.PYTORCH, Precision.FP32))
                .isInstanceOf(BadInputException.class)
                .hasMessage("This build of the workers has no engine pytorch; use dl4j.");
    }
}
