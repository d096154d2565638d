package dev.plankton.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.evaluate.measures.GivenVectors;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.formats.Evaluation;
import dev.plankton.runtime.formats.Evaluation.Measures;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vectors of the golden reference, given as somebody's own, must come out as scikit-learn has them. */
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
        EmbeddingFile.write(GivenVectors.table(), file);
        vectors = context.artifacts().publish("embeddings", file);
    }

    private VectorEvaluateOutput run() throws IOException, InterruptedException {
        return context.run(new VectorEvaluateStep(), new VectorEvaluateInput("elsewhere", vectors, DATASET));
    }

    @Test
    void theMeasuresAreScikitLearns() throws Exception {
        VectorEvaluateOutput output = run();

        Evaluation evaluation = context.artifacts().fetchJson(new ArtifactId(output.evaluation()), Evaluation.class);
        RecursiveComparisonConfiguration nearly = RecursiveComparisonConfiguration.builder()
                .withComparatorForType((a, b) -> Math.abs(a - b) < 2e-6 ? 0 : Double.compare(a, b), Double.class)
                .build();
        Measures expected = GivenVectors.scikitLearn();
        assertThat(evaluation.validation()).usingRecursiveComparison(nearly).isEqualTo(expected);
        assertThat(evaluation.test()).usingRecursiveComparison(nearly).isEqualTo(expected);
        assertThat(output.accuracy()).isEqualTo(evaluation.validation().accuracy());
        assertThat(output.testAccuracy()).isEqualTo(evaluation.test().accuracy());
    }

    @Test
    void theManifestSaysThatNoTrainingStandsBehindThem() throws Exception {
        VectorEvaluateOutput output = run();

        EmbeddingsManifest manifest =
                context.artifacts().fetchJson(new ArtifactId(output.embeddings()), EmbeddingsManifest.class);
        assertThat(manifest.origin())
                .isEqualTo(new EmbeddingsManifest.Given("elsewhere", new ArtifactId(output.evaluation())));
        assertThat(manifest.dataset()).isEqualTo(DATASET);
        assertThat(manifest.checkpoints())
                .containsExactly(new EmbeddingsManifest.Exported(0, 0, output.accuracy(), vectors));
    }

    @Test
    void theSectionHoldsEveryMeasureWithAllDigits() throws Exception {
        VectorEvaluateOutput output = run();

        ReportSection section = context.artifacts().fetchJson(new ArtifactId(output.section()), ReportSection.class);
        assertThat(section.summary()).contains("made elsewhere and given as 'elsewhere'", "no training");
        List<String> lines = Files.readAllLines(context.artifacts()
                .fetch(section.tables().getFirst().data().getFirst().artifact()));
        assertThat(lines).hasSize(10);
        assertThat(lines.get(4))
                .startsWith("Precision@1," + GivenVectors.scikitLearn().precisionAt1());
        assertThat(section.tables().getLast().rows()).hasSize(7);
    }

    @Test
    void theSameVectorsGiveTheSameOutput() throws Exception {
        assertThat(run()).isEqualTo(run());
    }
}
