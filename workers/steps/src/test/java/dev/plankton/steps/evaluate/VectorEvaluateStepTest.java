package dev.plankton.steps.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Evaluation;
import dev.plankton.contracts.formats.Evaluation.Measures;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.tasks.VectorEvaluateTask;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors of the golden reference, uploaded as somebody's own, must come out as scikit-learn has them. */
class VectorEvaluateStepTest {
    private static final ArtifactId DATASET = new ArtifactId("d".repeat(64));

    @TempDir
    Path folder;

    private LocalContext context;
    private ArtifactId vectors;

    @BeforeEach
    void publish() throws IOException {
        context = new LocalContext(folder);
        Path file = folder.resolve("vectors.parquet");
        EmbeddingFile.write(ReferenceVectors.table(), file);
        vectors = context.artifacts().publish("embeddings", file);
    }

    private VectorEvaluateTask.Output run() throws IOException, InterruptedException {
        return context.run(
                new VectorEvaluateStep(), new VectorEvaluateTask.Input(new UploadName("elsewhere"), vectors, DATASET));
    }

    @Test
    void theMeasuresAreScikitLearns() throws Exception {
        VectorEvaluateTask.Output output = run();

        Evaluation evaluation = context.artifacts().fetchJson(output.evaluation(), Evaluation.class);
        RecursiveComparisonConfiguration nearly = RecursiveComparisonConfiguration.builder()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 2e-6 ? 0 : Double.compare(a, b), Double.class)
                .withIgnoredFields("accuracyInterval") // tested by itself
                .build();
        Measures expected = ReferenceVectors.scikitLearn();
        assertThat(evaluation.validation()).usingRecursiveComparison(nearly).isEqualTo(expected);
        assertThat(evaluation.test()).usingRecursiveComparison(nearly).isEqualTo(expected);
        assertThat(output.accuracy()).isEqualTo(evaluation.validation().accuracy());
        assertThat(output.testAccuracy()).isEqualTo(evaluation.test().accuracy());
    }

    @Test
    void theManifestSaysThatNoTrainingStandsBehindThem() throws Exception {
        VectorEvaluateTask.Output output = run();

        EmbeddingsManifest manifest = context.artifacts().fetchJson(output.embeddings(), EmbeddingsManifest.class);
        assertThat(manifest.origin())
                .isEqualTo(new EmbeddingsManifest.Uploaded(new UploadName("elsewhere"), output.evaluation()));
        assertThat(manifest.dataset()).isEqualTo(DATASET);
        assertThat(manifest.checkpoints())
                .containsExactly(new EmbeddingsManifest.Embedded(0, 0, output.accuracy(), vectors));
    }

    @Test
    void theSectionHoldsEveryMeasureWithAllDigits() throws Exception {
        VectorEvaluateTask.Output output = run();

        ReportSection section = context.artifacts().fetchJson(output.section(), ReportSection.class);
        assertThat(section.summary()).contains("made elsewhere and uploaded as 'elsewhere'", "no training");
        List<String> lines = Files.readAllLines(context.artifacts()
                .fetch(section.tables().getFirst().data().getFirst().artifact()));
        assertThat(lines).hasSize(10);
        assertThat(lines.get(4))
                .startsWith("Precision@1," + ReferenceVectors.scikitLearn().precisionAt1());
        assertThat(section.tables().getLast().rows()).hasSize(7);
    }

    @Test
    void theSameVectorsGiveTheSameOutput() throws Exception {
        assertThat(run()).isEqualTo(run());
    }
}
