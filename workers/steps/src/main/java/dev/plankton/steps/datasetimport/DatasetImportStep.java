package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.contracts.tasks.ForkedTask;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.ObjectStore.StoredObject;
import dev.plankton.steps.images.ClassSizes;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Imports an upload into the artifact store (SPEC 1).
 *
 * <p>Reads the objects under {@code datasets/<dataset>/}: loose files, or archives, and the tables in them that name
 * classes. Writes the images' bytes as {@link dev.plankton.contracts.formats.SourceShard} artifacts of kind
 * "source-shard", an {@link ImportManifest} of kind "import", {@link ShardList}s and, where the tables give comparable
 * pixel sizes, a {@link dev.plankton.contracts.formats.PixelSizeTable}. The output also lists one
 * {@code plankton_preprocess} task for each of these, which Conductor forks.
 *
 * <p>Idempotent: its {@link #fingerprint} is a digest of the listing, so the same objects are imported once and changed
 * objects are imported again. Shards are packed in the order of the upload and contain no timestamps. Each is remembered
 * when it is finished: an attempt that is killed loses one.
 *
 * <p>Largest limitation: if the upload has a tar, all its images are stored in shards and preprocessed, also those that
 * the labels leave out; and a mistake in its tables is found only when the whole tar has been read.
 */
public final class DatasetImportStep implements Step<DatasetImportTask.Input, DatasetImportTask.Output> {
    private final Limits limits;

    public DatasetImportStep() {
        this(Limits.DEFAULT);
    }

    DatasetImportStep(Limits limits) {
        this.limits = limits;
    }

    @Override
    public TaskType<DatasetImportTask.Input, DatasetImportTask.Output> type() {
        return DatasetImportTask.TYPE;
    }

    @Override
    public int version() {
        return 7;
    }

    @Override
    public String fingerprint(DatasetImportTask.Input input, StepContext context) throws IOException {
        List<StoredObject> listing = new Uploads(context.objects()).list(input.dataset());
        Files.write(listingFile(context), Json.write(new Listing(listing)));
        String digest = Uploads.digest(Uploads.files(input.dataset(), listing, limits));
        context.log("Dataset '%s' is read in the state %s, as ./plankton datasets shows it."
                .formatted(input.dataset(), UploadState.of(digest)));
        return digest;
    }

    private record Listing(List<StoredObject> objects) {}

    private static Path listingFile(StepContext context) {
        return context.scratch().resolve("listing.json");
    }

    /**
     * The listing that the fingerprint was computed from, so that both agree. If there is none, the objects are listed
     * now.
     */
    private static List<StoredObject> listing(UploadName dataset, StepContext context) throws IOException {
        Path file = listingFile(context);
        return Files.exists(file)
                ? Json.read(Files.readAllBytes(file), Listing.class).objects()
                : new Uploads(context.objects()).list(dataset);
    }

    @Override
    public DatasetImportTask.Output run(DatasetImportTask.Input input, StepContext context)
            throws IOException, InterruptedException {
        List<LooseObjects.Item> items = Uploads.files(input.dataset(), listing(input.dataset(), context), limits);
        ImportManifest manifest = manifest(input, items, context);
        checkUnchanged(input.dataset(), items, context);
        ArtifactId imported = Datasets.publish(manifest, context);
        context.log("Imported %,d images of %d classes in %d shards; left out %,d images, set aside %,d other files."
                .formatted(
                        manifest.images().size(),
                        manifest.classes().size(),
                        manifest.shards().size(),
                        manifest.leftOut().size(),
                        manifest.setAside().size()));
        return output(input, imported, UploadState.of(Uploads.digest(items)), manifest, context);
    }

    /** Archives are read piece by piece. @throws IOException if one was replaced meanwhile */
    private void checkUnchanged(UploadName dataset, List<LooseObjects.Item> items, StepContext context)
            throws IOException {
        if (items.stream().anyMatch(item -> item.path().isArchive())) {
            List<LooseObjects.Item> now = Uploads.files(dataset, new Uploads(context.objects()).list(dataset), limits);
            if (!Uploads.digest(now).equals(Uploads.digest(items))) {
                throw new IOException("the upload '%s' changed while it was read".formatted(dataset));
            }
        }
    }

    private ImportManifest manifest(DatasetImportTask.Input input, List<LooseObjects.Item> items, StepContext context)
            throws IOException, InterruptedException {
        Spool spool = new Spool(Files.createDirectories(context.scratch().resolve("spool")), limits.bytesPerFile());
        try (ShardPacker packer = new ShardPacker(context, input.shardImages(), limits.bytesPerFile())) {
            UploadedFiles uploaded = open(input.dataset(), items, spool, packer, context);
            UploadedFiles files = input.layout() == Layout.IFCB
                    ? IfcbFiles.survey("Dataset '%s'".formatted(input.dataset()), uploaded, limits, spool)
                    : uploaded;
            Labels labels = labels(input, files);
            ImageImport importing = new ImageImport(labels, packer, context);
            importing.take(files);
            ImportedImages images = importing.images();
            ImportManifest manifest = input.labelled()
                    ? checked(input, images.settle(input.dataset().value(), packer.finish(), labels.nothingLabelled()))
                    : images.settleUnlabelled(input.dataset().value(), packer.finish());
            return manifest.withPixelSizes(images.pixelSizes().publish(context));
        }
    }

    /** Classes that are too small are named before any image is decoded. */
    private static ImportManifest checked(DatasetImportTask.Input input, ImportManifest manifest) {
        switch (input.rareClasses()) {
            case FAIL -> ClassSizes.of(manifest).check(manifest.dataset(), input.minimumPerClass());
            case DROP, MERGE -> {}
        }
        return manifest;
    }

    private Labels labels(DatasetImportTask.Input input, UploadedFiles files) throws IOException, InterruptedException {
        String where = "Dataset '%s'".formatted(input.dataset());
        return switch (input.layout()) {
            case CLASS_FOLDERS ->
                input.labelled() ? ClassFolders.survey(where, files, input.classDepth()) : new AnyImage();
            case SPLIT_FOLDERS -> input.labelled() ? ClassFolders.surveySplit(where, files) : new AnyImage();
            case ZOOSCANNET ->
                input.labelled() ? ZooScanNet.survey(where, files, limits, input.taxonLevel()) : new AnyImage();
            case IFCB -> input.labelled() ? ClassTableLabels.survey(where, files, limits) : new AnyImage();
            case ECOTAXA -> EcoTaxa.survey(where, files, limits, input.imageRank(), input.labelled());
        };
    }

    private UploadedFiles open(
            UploadName dataset, List<LooseObjects.Item> items, Spool spool, ShardPacker packer, StepContext context)
            throws IOException, InterruptedException {
        List<LooseObjects.Item> archives =
                items.stream().filter(item -> item.path().isArchive()).toList();
        if (archives.isEmpty()) {
            return new LooseObjects(context.objects(), items, spool);
        }
        Optional<UploadPath> loose = items.stream()
                .map(LooseObjects.Item::path)
                .filter(DatasetImportStep::isOfUse)
                .findFirst();
        if (loose.isPresent()) {
            throw new BadInputException(
                    "Dataset '%s' holds the archive '%s' beside the loose file '%s'; upload either loose files or archives."
                            .formatted(dataset, archives.getFirst().path(), loose.get()));
        }
        Path folder = Files.createDirectories(context.scratch().resolve("archives"));
        return new ArchiveUpload(folder, limits, spool).open(context, archives, packer);
    }

    /** Whether an import would use the file: an image or a table. */
    static boolean isOfUse(UploadPath path) {
        return path.isImage()
                || EcoTaxa.isTable(path)
                || ZooScanNet.isTable(path)
                || ClassTableLabels.isTable(path)
                || IfcbFiles.isPart(path);
    }

    private static DatasetImportTask.Output output(
            DatasetImportTask.Input input,
            ArtifactId imported,
            String uploadState,
            ImportManifest manifest,
            StepContext context)
            throws IOException, InterruptedException {
        List<ForkedTask> tasks = new ArrayList<>();
        SortedMap<String, PreprocessTask.Input> inputs = new TreeMap<>();
        for (ShardList list : ShardLists.of(manifest, input.shardImages(), DatasetImportTask.MOST_TASKS)) {
            String name = "preprocess_" + tasks.size();
            tasks.add(ForkedTask.of(PreprocessTask.TYPE, name));
            inputs.put(
                    name,
                    new PreprocessTask.Input(
                            context.artifacts().publishJson("shard-list", list),
                            input.side(),
                            input.invert(),
                            input.cropBottom(),
                            input.bitDepth(),
                            input.maxMegapixels()));
        }
        return new DatasetImportTask.Output(
                imported,
                uploadState,
                manifest.images().size(),
                manifest.leftOut().size(),
                tasks,
                inputs);
    }
}
