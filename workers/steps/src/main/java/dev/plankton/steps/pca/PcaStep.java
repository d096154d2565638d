package dev.plankton.steps.pca;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.PcaTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.numerics.components.PrincipalComponents;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows how the embedding of some test images develops over the checkpoints: its first three principal components, as a
 * film and as points that the reader of the report can turn (SPEC 7).
 *
 * <p>Reads the {@link EmbeddingsManifest}, the embeddings of every checkpoint and the chosen images. Writes a
 * {@link ReportSection} with the points, the film, a picture of the last checkpoint and the coordinates. Idempotent
 * because the choice of images depends on the seed alone, and drawing and encoding are deterministic.
 *
 * <p>Largest limitation: the axes are those of the last checkpoint, so variance of earlier checkpoints along other
 * directions is not visible. Encoding needs FFmpeg's native library, which the build takes for x86-64 Linux only.
 */
public final class PcaStep implements Step<PcaTask.Input, PcaTask.Output> {
    private static final int COMPONENTS = 3;

    @Override
    public TaskType<PcaTask.Input, PcaTask.Output> type() {
        return PcaTask.TYPE;
    }

    @Override
    public int version() {
        return 6;
    }

    @Override
    public PcaTask.Output run(PcaTask.Input input, StepContext context) throws IOException, InterruptedException {
        EmbeddingsManifest manifest = context.artifacts().fetchJson(input.embeddings(), EmbeddingsManifest.class);
        EmbeddingTable last = testImages(manifest.checkpoints().getLast(), context);
        if (last.size() == 0) {
            throw new BadInputException("The dataset has no test images to show; set testPerClass to 1 or more.");
        }
        EmbeddingTable chosen = ImageChoice.perClass(last, input.pcaImagesPerClass(), input.seed());
        PrincipalComponents components = PrincipalComponents.fit(chosen.vectors(), COMPONENTS);
        context.log("showing %d test images over %d checkpoints"
                .formatted(chosen.size(), manifest.checkpoints().size()));
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (EmbeddingsManifest.Embedded exported : manifest.checkpoints()) {
            context.checkCancelled();
            float[][] vectors = vectors(testImages(exported, context), chosen.images());
            checkpoints.add(new Checkpoint(
                    exported.round(), exported.learningRate(), exported.accuracy(), components.project(vectors)));
        }
        Scene scene = new Scene(
                chosen.classes(),
                chosen.labels(),
                components.explained(),
                manifest.origin() instanceof EmbeddingsManifest.Trained,
                checkpoints);
        DatasetManifest dataset = Datasets.read(manifest.dataset(), context);
        PcaSection section = new PcaSection(scene, chosen, dataset, context);
        return new PcaTask.Output(
                context.artifacts()
                        .publishJson("report-section", section.write(input.pcaFramesBetween(), input.pcaTurn())),
                Arrays.stream(components.explained()).sum());
    }

    private static EmbeddingTable testImages(EmbeddingsManifest.Embedded exported, StepContext context)
            throws IOException, InterruptedException {
        return EmbeddingFile.read(context.artifacts().fetch(exported.embeddings()))
                .only(Split.TEST);
    }

    /** The vectors of the named images, in their order. */
    private static float[][] vectors(EmbeddingTable table, List<String> images) throws IOException {
        Map<String, float[]> byImage = new HashMap<>();
        for (int row = 0; row < table.size(); row++) {
            byImage.put(table.images().get(row), table.vectors()[row]);
        }
        float[][] vectors = new float[images.size()][];
        for (int row = 0; row < vectors.length; row++) {
            float[] vector = byImage.get(images.get(row));
            if (vector == null) {
                throw new IOException("a checkpoint's embeddings lack image " + images.get(row));
            }
            vectors[row] = vector;
        }
        return vectors;
    }
}
