package dev.plankton.datasetimport;

import dev.plankton.datasetimport.DatasetImportOutput.ForkedTask;
import dev.plankton.datasetimport.DatasetImportOutput.PreprocessTask;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.formats.ImportManifest;
import dev.plankton.runtime.formats.ImportManifest.Image;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.store.ObjectStore.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings an upload into the artifact store (SPEC 1).
 *
 * <p>Reads the objects under {@code datasets/<dataset>/}: loose files, or one archive, and the tables in
 * them that name classes. Writes the images' bytes as
 * {@link dev.plankton.runtime.formats.SourceShard} artifacts of kind "source-shard" and an {@link ImportManifest} of
 * kind "import"; the output also forks into one {@code plankton_preprocess} task for each shard.
 *
 * <p>Idempotent: its {@link #fingerprint} is a digest of the listing, so that the same objects are imported once and
 * changed ones anew; shards are packed in the order of the upload and hold no times.
 *
 * <p>Largest limitation: an archive is first copied to the local disk whole, and read twice there.
 */
public final class DatasetImportStep implements Step<DatasetImportInput, DatasetImportOutput> {
    private final Limits limits;

    public DatasetImportStep() {
        this(Limits.DEFAULT);
    }

    DatasetImportStep(Limits limits) {
        this.limits = limits;
    }

    @Override
    public String taskType() {
        return "plankton_dataset_import";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public Class<DatasetImportInput> inputType() {
        return DatasetImportInput.class;
    }

    @Override
    public Class<DatasetImportOutput> outputType() {
        return DatasetImportOutput.class;
    }

    @Override
    public String fingerprint(DatasetImportInput input, StepContext context) throws IOException {
        List<StoredObject> listing = new Uploads(context.objects()).list(input.dataset());
        Files.write(listingFile(context), Json.write(new Listing(listing)));
        return Uploads.digest(Uploads.files(input.dataset(), listing, limits));
    }

    private record Listing(List<StoredObject> objects) {}

    private static Path listingFile(StepContext context) {
        return context.scratch().resolve("listing.json");
    }

    /** The listing that the fingerprint was taken of, so that the two agree; listed now if there is none. */
    private static List<StoredObject> listing(String dataset, StepContext context) throws IOException {
        Path file = listingFile(context);
        return Files.exists(file)
                ? Json.read(Files.readAllBytes(file), Listing.class).objects()
                : new Uploads(context.objects()).list(dataset);
    }

    @Override
    public DatasetImportOutput run(DatasetImportInput input, StepContext context)
            throws IOException, InterruptedException {
        ImportManifest manifest = manifest(input, context);
        ArtifactId imported = context.artifacts().publishJson("import", manifest);
        context.log("Imported %,d images of %d classes in %d shards; left out %,d images, set aside %,d other files."
                .formatted(
                        manifest.images().size(),
                        manifest.classes().size(),
                        manifest.shards().size(),
                        manifest.leftOut().size(),
                        manifest.setAside().size()));
        return output(input, imported, manifest);
    }

    private ImportManifest manifest(DatasetImportInput input, StepContext context)
            throws IOException, InterruptedException {
        List<LooseObjects.Item> items = Uploads.files(input.dataset(), listing(input.dataset(), context), limits);
        UploadedFiles files = open(input.dataset(), items, context);
        Labels labels = labels(input, files);
        try (ShardPacker packer = new ShardPacker(context, input.shardImages())) {
            ImageImport importing = new ImageImport(labels, packer, context);
            importing.take(files);
            Findings findings = importing.findings();
            return input.labelled()
                    ? findings.settle(input.dataset(), packer.finish())
                    : findings.settleUnlabelled(input.dataset(), packer.finish());
        }
    }

    private Labels labels(DatasetImportInput input, UploadedFiles files) throws IOException, InterruptedException {
        String where = "Dataset '%s'".formatted(input.dataset());
        return switch (Layout.of(input.layout())) {
            case CLASS_FOLDERS -> input.labelled() ? ClassFolders.survey(where, files) : new AnyImage();
            case ZOOSCANNET -> input.labelled() ? ZooScanNet.survey(where, files, limits) : new AnyImage();
            case ECOTAXA -> EcoTaxa.survey(where, files, limits, input.labelled());
        };
    }

    private UploadedFiles open(String dataset, List<LooseObjects.Item> items, StepContext context) throws IOException {
        Spool spool = new Spool(Files.createDirectories(context.scratch().resolve("spool")), limits.bytesPerFile());
        List<LooseObjects.Item> archives =
                items.stream().filter(item -> item.path().isArchive()).toList();
        boolean images = items.stream().anyMatch(item -> item.path().isImage());
        if (archives.isEmpty()) {
            return new LooseObjects(context.objects(), items, spool);
        }
        if (images || archives.size() > 1) {
            throw new BadInputException(
                    "Dataset '%s' holds the archive '%s' beside %s; upload either loose images or one archive."
                            .formatted(
                                    dataset,
                                    archives.getFirst().path(),
                                    images
                                            ? "loose images"
                                            : "the archive '%s'"
                                                    .formatted(archives.get(1).path())));
        }
        LooseObjects.Item archive = archives.getFirst();
        Path copy = context.scratch().resolve("upload");
        try (InputStream in = context.objects().open(archive.object().key())) {
            Files.copy(in, copy);
        }
        return new ArchiveFiles(archive.path().toString(), copy, limits, spool);
    }

    private static DatasetImportOutput output(DatasetImportInput input, ArtifactId imported, ImportManifest manifest) {
        List<ForkedTask> tasks = new ArrayList<>();
        Map<String, PreprocessTask> inputs = new TreeMap<>();
        for (int shard :
                manifest.images().stream().map(Image::shard).distinct().sorted().toList()) {
            String name = "preprocess_" + shard;
            tasks.add(new ForkedTask("plankton_preprocess", name, "SIMPLE"));
            inputs.put(
                    name,
                    new PreprocessTask(
                            shard,
                            manifest.shards().get(shard).sha256(),
                            input.side(),
                            input.invert(),
                            input.cropBottom(),
                            input.maxMegapixels()));
        }
        return new DatasetImportOutput(
                imported.sha256(), manifest.images().size(), manifest.leftOut().size(), tasks, inputs);
    }
}
