package dev.plankton.network.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.NetworkEngine;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.PrecisionChoice;
import dev.plankton.network.engine.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineChoiceTest {
    private static final Engines ENGINES = BothEngines.ENGINES;

    @Test
    void theEngineThatIsAskedForIsTaken() {
        Engines.Choice choice = ENGINES.choose(NetworkEngine.DL4J, PrecisionChoice.FP32);

        assertThat(choice.engine().name()).isEqualTo(NetworkEngine.DL4J);
        assertThat(choice.reason()).isEqualTo("trainingEngine asks for it");
    }

    @Test
    void onProcessorsTheOneThatWasMeasuredToBeFasterIsTaken() {
        Engines.Choice choice = ENGINES.choose(NetworkEngine.AUTO, PrecisionChoice.FP32);

        assertThat(choice.engine().name()).isEqualTo(NetworkEngine.PYTORCH);
        assertThat(choice.reason()).contains("RESULTS.md");
    }

    @Test
    void sixteenBitsNeedTheEngineThatHasThem() {
        assertThat(ENGINES.choose(NetworkEngine.AUTO, PrecisionChoice.BF16)
                        .engine()
                        .name())
                .isEqualTo(NetworkEngine.PYTORCH);
    }

    @Test
    void thePrecisionIsLeftOpenOnlyForProcessorsWithInstructionsForSixteenBits() throws Exception {
        Engines.Choice choice = ENGINES.choose(NetworkEngine.AUTO, PrecisionChoice.AUTO);
        boolean instructions =
                Files.readString(Path.of("/proc/cpuinfo")).matches("(?ms).*^flags\\b[^\n]* (avx512|amx)_bf16\\b.*");

        assertThat(choice.precision()).isEqualTo(instructions ? Precision.BF16 : Precision.FP32);
        assertThat(choice.reason().contains("FINDINGS.md")).isEqualTo(instructions);
    }

    @Test
    void theEngineWithoutSixteenBitsNeverGetsThem() {
        assertThat(ENGINES.choose(NetworkEngine.DL4J, PrecisionChoice.AUTO).precision())
                .isEqualTo(Precision.FP32);
    }

    @Test
    void aBuildWithOneEngineSaysSo() {
        Engines one = new Engines(List.of(ENGINES.named(NetworkEngine.DL4J)));

        assertThat(one.choose(NetworkEngine.AUTO, PrecisionChoice.FP32).reason())
                .contains("only engine of this build");
        assertThatThrownBy(() -> one.choose(NetworkEngine.PYTORCH, PrecisionChoice.FP32))
                .isInstanceOf(BadInputException.class)
                .hasMessage("This build of the workers has no engine pytorch; use dl4j.");
    }
}
