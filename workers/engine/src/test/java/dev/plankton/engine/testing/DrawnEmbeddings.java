package dev.plankton.engine.testing;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Embeddings of a {@link DrawnDataset} under checkpoints that separate its classes better from round to round. */
public final class DrawnEmbeddings {
    private DrawnEmbeddings() {}

    /** Publishes an {@link EmbeddingsManifest} of the given number of checkpoints, of which the last is the best. */
    public static ArtifactId publish(LocalContext context, DrawnDataset dataset, int checkpoints, int dimensions)
            throws IOException {
        List<EmbeddingsManifest.Embedded> exported = new ArrayList<>();
        for (int round = 0; round < checkpoints; round++) {
            Path file = context.scratch().resolve("embeddings-" + round);
            EmbeddingFile.write(table(dataset.manifest(), round, dimensions), file);
            exported.add(new EmbeddingsManifest.Embedded(
                    round,
                    round == 0 ? 0 : 0.01,
                    0.4 + 0.1 * round,
                    context.artifacts().publish("embeddings", file)));
        }
        return context.artifacts()
                .publishJson(
                        "embeddings-manifest",
                        new EmbeddingsManifest(
                                dataset.id(),
                                new EmbeddingsManifest.Trained(
                                        anything(99),
                                        IntStream.range(0, checkpoints)
                                                .mapToObj(DrawnEmbeddings::anything)
                                                .toList()),
                                exported,
                                checkpoints - 1));
    }

    /** One unit vector for each image: the direction of its class, stronger from round to round, plus noise. */
    public static EmbeddingTable table(DatasetManifest dataset, int round, int dimensions) {
        int images = dataset.images().size();
        float[][] vectors = new float[images][];
        int[] labels = new int[images];
        Split[] splits = new Split[images];
        for (int row = 0; row < images; row++) {
            DatasetManifest.Image image = dataset.images().get(row);
            labels[row] = image.classIndex();
            splits[row] = image.split();
            vectors[row] = vector(image.classIndex(), row, round, dimensions);
        }
        return new EmbeddingTable(
                dataset.images().stream().map(DatasetManifest.Image::key).toList(),
                dataset.classes(),
                labels,
                splits,
                vectors);
    }

    private static float[] vector(int classIndex, int row, int round, int dimensions) {
        Random direction = new Random(classIndex);
        Random noise = new Random(1000L * round + row);
        float[] vector = new float[dimensions];
        double squares = 0;
        for (int i = 0; i < dimensions; i++) {
            vector[i] = (float) ((1 + round) * direction.nextGaussian() + noise.nextGaussian());
            squares += vector[i] * vector[i];
        }
        for (int i = 0; i < dimensions; i++) {
            vector[i] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static ArtifactId anything(int number) {
        return new ArtifactId("%064x".formatted(number));
    }
}
