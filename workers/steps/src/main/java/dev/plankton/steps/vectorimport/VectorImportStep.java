package dev.plankton.steps.vectorimport;

import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.VectorImportTask;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Imports embeddings that were made elsewhere, so that they can be analysed like those of a training.
 *
 * <p>Reads the objects under {@code datasets/<name>/}: one Parquet file with the columns image, class, split and
 * vector, or an NPY file of images x dimensions with a CSV file of image, class and split, one line for each row. It
 * also reads the dataset that holds their images, if one is named. Writes the embeddings as the analyses read them and
 * the manifest of a dataset of exactly these images. Idempotent because its {@link #fingerprint} is a digest of the
 * listing, so the same files are imported once and changed files are imported again.
 *
 * <p>Largest limitation: embeddings are held in memory, so at most 20 million values are imported (312,500 images of 64
 * dimensions), and each class needs a training image.
 */
public final class VectorImportStep implements Step<VectorImportTask.Input, VectorImportTask.Output> {
    private final Limits limits;

    public VectorImportStep() {
        this(Limits.DEFAULT);
    }

    VectorImportStep(Limits limits) {
        this.limits = limits;
    }

    @Override
    public TaskType<VectorImportTask.Input, VectorImportTask.Output> type() {
        return VectorImportTask.TYPE;
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String fingerprint(VectorImportTask.Input input, StepContext context) throws IOException {
        String digest =
                VectorFiles.find(input.vectors(), context.objects(), limits).digest();
        Files.writeString(digestFile(context), digest);
        return digest;
    }

    private static Path digestFile(StepContext context) {
        return context.scratch().resolve("digest");
    }

    @Override
    public VectorImportTask.Output run(VectorImportTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingTable given = new VectorChecks(input.vectors(), limits).table(read(input, context));
        context.checkCancelled();
        Pictures.Matched matched = input.datasetId().isEmpty()
                ? Pictures.none(input.vectors(), given)
                : Pictures.of(
                        input.vectors(), given, Datasets.read(input.datasetId().get(), context));
        Path file = context.scratch().resolve("embeddings.parquet");
        EmbeddingFile.write(matched.table(), file);
        int dimensions = given.vectors()[0].length;
        context.log("Imported %,d vectors of %d dimensions and %d classes%s."
                .formatted(
                        given.size(),
                        dimensions,
                        given.classes().size(),
                        input.datasetId().isEmpty() ? ", without images to show" : ""));
        return new VectorImportTask.Output(
                input.vectors(),
                context.publish("embeddings", file),
                Datasets.publish(matched.dataset(), context),
                given.size(),
                given.classes().size(),
                dimensions);
    }

    private List<UploadedVector> read(VectorImportTask.Input input, StepContext context) throws IOException {
        VectorFiles files = VectorFiles.find(input.vectors(), context.objects(), limits);
        List<Path> copies = files.copy(context.objects(), context.scratch());
        String now =
                VectorFiles.find(input.vectors(), context.objects(), limits).digest();
        if (!now.equals(Files.readString(digestFile(context)))) {
            throw new IOException("'%s' changed while it was read".formatted(input.vectors()));
        }
        VectorReader reader = new VectorReader(limits);
        return files.areParquet()
                ? reader.parquet(copies.getFirst(), files.name(0))
                : reader.npy(copies.getFirst(), files.name(0), copies.getLast(), files.name(1));
    }
}
