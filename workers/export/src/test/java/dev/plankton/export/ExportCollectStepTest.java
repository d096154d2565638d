package dev.plankton.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.EmbeddingsManifest.Exported;
import dev.plankton.runtime.formats.TrainingManifest;
import dev.plankton.runtime.formats.TrainingManifest.Checkpoint;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.LocalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCollectStepTest {
    private static final ArtifactId DATASET = id('d');

    private final ExportCollectStep step = new ExportCollectStep();

    @TempDir
    Path folder;

    private LocalContext context;
    private ArtifactId training;

    @BeforeEach
    void publish() throws Exception {
        context = new LocalContext(folder);
        training = context.artifacts()
                .publishJson(
                        "training",
                        new TrainingManifest(
                                DATASET,
                                "",
                                List.of(
                                        new Checkpoint(0, 0, 0, 0, id('0'), id('e'), 0.3, 0.31),
                                        new Checkpoint(1, 0.05, 0.1, 0.1, id('1'), id('e'), 0.7, 0.68),
                                        new Checkpoint(2, 0.03, 0.1, 0.1, id('2'), id('e'), 0.7, 0.66),
                                        new Checkpoint(3, 0.02, 0.1, 0.1, id('3'), id('e'), 0.6, 0.70))));
    }

    private static ArtifactId id(char digit) {
        return new ArtifactId(Character.toString(digit).repeat(64));
    }

    private static ExportOutput export(int round, char digit) {
        return new ExportOutput(round, id(digit).sha256());
    }

    @Test
    void checkpointsAreInTheOrderOfRoundsAndTheBestIsTheLatestOfEquals() throws Exception {
        ExportCollectOutput output = context.run(
                step,
                new ExportCollectInput(
                        training.sha256(),
                        Map.of(
                                "export_3", export(3, 'c'),
                                "export_0", export(0, '9'),
                                "export_1", export(1, 'a'),
                                "export_2", export(2, 'b'))));

        assertThat(output.bestRound()).isEqualTo(2);
        assertThat(context.artifacts().fetchJson(new ArtifactId(output.embeddings()), EmbeddingsManifest.class))
                .isEqualTo(new EmbeddingsManifest(
                        DATASET,
                        new EmbeddingsManifest.Trained(training, List.of(id('0'), id('1'), id('2'), id('3'))),
                        List.of(
                                new Exported(0, 0, 0.3, id('9')),
                                new Exported(1, 0.05, 0.7, id('a')),
                                new Exported(2, 0.03, 0.7, id('b')),
                                new Exported(3, 0.02, 0.6, id('c'))),
                        2));
    }

    @Test
    void everyCheckpointMustHaveBeenExported() {
        assertThatThrownBy(() -> context.run(
                        step, new ExportCollectInput(training.sha256(), Map.of("export_0", export(0, '9')))))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("The checkpoint of round 1 was not exported");
    }
}
