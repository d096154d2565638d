package dev.plankton.steps.projector;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.ProjectorTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.engine.Engines;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.BestEmbeddings;
import dev.plankton.steps.kit.SizedVectors;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the embeddings of all images under the best checkpoint for other programs: a bundle for TensorBoard's
 * Embedding Projector, a NumPy array, and a Parquet file, with the predicted class of each image (SPEC 10).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, the classifier, and every image of
 * the dataset for the sprite. Writes the files and a {@link dev.plankton.contracts.formats.ReportSection} with links to
 * them. Idempotent because all that it reads is named by its digest, and the files depend on nothing else.
 *
 * <p>Largest limitation: the sprite is one picture with sides of at most 8192 pixels, so the more images there are, the
 * smaller each is: 64 pixels up to 16,384 images, 25 at 100,000.
 */
public final class ProjectorStep implements Step<ProjectorTask.Input, ProjectorTask.Output> {
    private final Engines engines;

    public ProjectorStep(Engines engines) {
        this.engines = engines;
    }

    @Override
    public TaskType<ProjectorTask.Input, ProjectorTask.Output> type() {
        return ProjectorTask.TYPE;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public ProjectorTask.Output run(ProjectorTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        BestEmbeddings best = BestEmbeddings.read(input.embeddings(), context);
        EmbeddingTable table = best.table();
        DatasetManifest dataset = best.dataset(context);
        Points points;
        Path trained = context.artifacts().fetch(input.classifier());
        try (Classifier classifier = Classifier.open(engines.any().perceptrons(), trained)) {
            EmbeddingTable sized = SizedVectors.of(classifier.size(), table, dataset, context);
            points = Points.of(table, classifier.probabilities(sized.vectors()));
        }
        context.checkCancelled();
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            ProjectorSection section =
                    new ProjectorSection(points, images, best.manifest().bestInWords(), context);
            ArtifactId id = context.artifacts().publishJson("report-section", section.write());
            context.log("Wrote the embeddings of %,d images for other programs.".formatted(table.size()));
            return new ProjectorTask.Output(id, table.size());
        }
    }
}
