package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.TrainingManifest.Checkpoint;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingManifestTest {
    private static final ArtifactId ID = new ArtifactId("a".repeat(64));

    private static TrainingManifest training(double... accuracies) {
        return new TrainingManifest(
                ID,
                Optional.empty(),
                IntStream.range(0, accuracies.length)
                        .mapToObj(round -> checkpoint(round, accuracies[round]))
                        .toList());
    }

    private static Checkpoint checkpoint(int round, double accuracy) {
        return new Checkpoint(
                round,
                0.1,
                1,
                OptionalDouble.of(1),
                ID,
                ID,
                accuracy,
                0.9,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theLatestOfEqualsIsTheBest() {
        assertThat(training(0.2, 0.5, 0.4, 0.5, 0.3).best().round()).isEqualTo(3);
    }

    @Test
    void anEqualAccuracyIsNoImprovement() {
        assertThat(training(0.2).roundsSinceImproved()).isZero();
        assertThat(training(0.2, 0.5).roundsSinceImproved()).isZero();
        assertThat(training(0.2, 0.5, 0.4).roundsSinceImproved()).isEqualTo(1);
        assertThat(training(0.2, 0.5, 0.4, 0.5, 0.3).roundsSinceImproved()).isEqualTo(3);
        assertThat(training(0.2, 0.5, 0.4, 0.5, 0.6).roundsSinceImproved()).isZero();
        assertThat(training(0.2, 0.1, 0.1).roundsSinceImproved()).isEqualTo(2);
    }

    @Test
    void aManifestOfAnEarlierVersionCanBeRead() throws IOException {
        String json = Json.text(training(0.2, 0.5))
                .replace(",\"lossCurve\":null", "")
                .replace(",\"embeddings\":null", "")
                .replace(",\"unseenEmbeddings\":null", "")
                .replace("\"featureTable\":null", "\"featureTable\":\"\"");
        assertThat(json).doesNotContain("lossCurve", "embeddings", "null");

        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), TrainingManifest.class))
                .isEqualTo(training(0.2, 0.5));
    }
}
