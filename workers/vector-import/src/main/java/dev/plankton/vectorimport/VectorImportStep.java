package dev.plankton.vectorimport;

import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes in embeddings that were made elsewhere, so that they can be analysed like those of a training.
 *
 * <p>Reads the objects under {@code datasets/<name>/}: one Parquet file with the columns image, class, split and vector,
 * or an NPY file of images x dimensions with a CSV file of image, class and split, a line for each row; and the dataset
 * that holds their images, if one is named. Writes the embeddings as the analyses read them and the manifest of a dataset
 * of exactly these images. Idempotent because its {@link #fingerprint} is a digest of the listing, so that the same files
 * are taken in once and changed ones anew.
 *
 * <p>Largest limitation: embeddings are held in memory, so at most 20 million values are taken in (312,500 images of 64
 * dimensions), and each class needs a training image.
 */
public final class VectorImportStep implements Step<VectorImportInput, VectorImportOutput> {
    private final Limits limits;

    public VectorImportStep() {
        this(Limits.DEFAULT);
    }

    VectorImportStep(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String taskType() {
        return "plankton_vector_import";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<VectorImportInput> inputType() {
        return VectorImportInput.class;
    }

    @Override
    public Class<VectorImportOutput> outputType() {
        return VectorImportOutput.class;
    }

    @Override
    public String fingerprint(VectorImportInput input, StepContext context) throws IOException {
        String digest =
                VectorFiles.find(input.vectors(), context.objects(), limits).digest();
        Files.writeString(digestFile(context), digest);
        return digest;
    }

    private static Path digestFile(StepContext context) {
        return context.scratch().resolve("digest");
    }

    @Override
    public VectorImportOutput run(VectorImportInput input, StepContext context)
            throws IOException, InterruptedException {
        EmbeddingTable given = new Checks(input.vectors(), limits).table(read(input, context));
        context.checkCancelled();
        Pictures.Matched matched = input.datasetId().isBlank()
                ? Pictures.none(input.vectors(), given)
                : Pictures.of(
                        input.vectors(),
                        given,
                        context.artifacts().fetchJson(new ArtifactId(input.datasetId()), DatasetManifest.class));
        Path file = context.scratch().resolve("embeddings.parquet");
        EmbeddingFile.write(matched.table(), file);
        int dimensions = given.vectors()[0].length;
        context.log("Took in %,d vectors of %d dimensions and %d classes%s."
                .formatted(
                        given.size(),
                        dimensions,
                        given.classes().size(),
                        input.datasetId().isBlank() ? ", without images to show" : ""));
        return new VectorImportOutput(
                input.vectors(),
                context.publish("embeddings", file).sha256(),
                context.artifacts().publishJson("dataset", matched.dataset()).sha256(),
                given.size(),
                given.classes().size(),
                dimensions);
    }

    private List<Given> read(VectorImportInput input, StepContext context) throws IOException {
        VectorFiles files = VectorFiles.find(input.vectors(), context.objects(), limits);
        List<Path> copies = files.copy(context.objects(), context.scratch());
        String now =
                VectorFiles.find(input.vectors(), context.objects(), limits).digest();
        if (!now.equals(Files.readString(digestFile(context)))) {
            throw new IOException("'%s' changed while it was read".formatted(input.vectors()));
        }
        GivenReader reader = new GivenReader(limits);
        return files.areParquet()
                ? reader.parquet(copies.getFirst(), files.name(0))
                : reader.npy(copies.getFirst(), files.name(0), copies.getLast(), files.name(1));
    }
}
