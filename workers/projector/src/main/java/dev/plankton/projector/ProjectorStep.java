package dev.plankton.projector;

import dev.plankton.network.Classifier;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.EmbeddingsManifest;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;

/**
 * Writes the embeddings of all images under the best checkpoint for other programs: a bundle for TensorBoard's Embedding
 * Projector, a NumPy array, and a Parquet file, with the class that the classifier names for each image (SPEC 10).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of its best checkpoint, the classifier, and every image of the
 * dataset for the sprite. Writes the files and a {@link dev.plankton.runtime.formats.ReportSection} that offers them.
 * Idempotent because all that it reads is named by its digest and the files hold nothing else.
 *
 * <p>Largest limitation: the sprite is one picture of at most 8192 pixels a side, so the more images, the smaller each
 * is: 64 pixels up to 16,384 images, 25 at 100,000.
 */
public final class ProjectorStep implements Step<ProjectorInput, ProjectorOutput> {

    @Override
    public String taskType() {
        return "plankton_projector";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<ProjectorInput> inputType() {
        return ProjectorInput.class;
    }

    @Override
    public Class<ProjectorOutput> outputType() {
        return ProjectorOutput.class;
    }

    @Override
    public ProjectorOutput run(ProjectorInput input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest manifest = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        EmbeddingsManifest.Exported best = manifest.checkpoints().get(manifest.best());
        EmbeddingTable table = EmbeddingFile.read(context.artifacts().fetch(best.embeddings()));
        Points points;
        try (Classifier classifier = Classifier.open(context.artifacts().fetch(input.classifier()))) {
            points = Points.of(table, classifier.probabilities(table.vectors()));
        }
        context.checkCancelled();
        DatasetManifest dataset = context.artifacts().fetchJson(manifest.dataset(), DatasetManifest.class);
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            ProjectorSection section = new ProjectorSection(points, images, manifest.bestInWords(), context);
            ArtifactId id = context.artifacts().publishJson("report-section", section.write());
            context.log("Wrote the embeddings of %,d images for other programs.".formatted(table.size()));
            return new ProjectorOutput(id, table.size());
        }
    }
}
