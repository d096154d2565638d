package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
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
 * "source-shard" and an {@link ImportManifest} of kind "import". The output also lists one {@code plankton_preprocess}
 * task for each shard, which Conductor forks.
 *
 * <p>Idempotent: its {@link #fingerprint} is a digest of the listing, so the same objects are imported once and changed
 * objects are imported again. Shards are packed in the order of the upload and contain no timestamps.
 *
 * <p>Largest limitation: an archive is first copied as a whole to the local disk and then read there several
 * times; an archive in it is copied once more.
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
        return 4;
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
        ArtifactId imported = context.artifacts().publishJson("import", manifest);
        context.log("Imported %,d images of %d classes in %d shards; left out %,d images, set aside %,d other files."
                .formatted(
                        manifest.images().size(),
                        manifest.classes().size(),
                        manifest.shards().size(),
                        manifest.leftOut().size(),
                        manifest.setAside().size()));
        return output(input, imported, UploadState.of(Uploads.digest(items)), manifest);
    }

    private ImportManifest manifest(DatasetImportTask.Input input, List<LooseObjects.Item> items, StepContext context)
            throws IOException, InterruptedException {
        Spool spool = new Spool(Files.createDirectories(context.scratch().resolve("spool")), limits.bytesPerFile());
        UploadedFiles uploaded = open(input.dataset(), items, spool, context);
        UploadedFiles files = input.layout() == Layout.IFCB
                ? IfcbFiles.survey("Dataset '%s'".formatted(input.dataset()), uploaded, limits, spool)
                : uploaded;
        Labels labels = labels(input, files);
        try (ShardPacker packer = new ShardPacker(context, input.shardImages())) {
            ImageImport importing = new ImageImport(labels, packer, context);
            importing.take(files);
            ImportedImages images = importing.images();
            return input.labelled()
                    ? checked(input, images.settle(input.dataset().value(), packer.finish(), labels.nothingLabelled()))
                    : images.settleUnlabelled(input.dataset().value(), packer.finish());
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

    private UploadedFiles open(UploadName dataset, List<LooseObjects.Item> items, Spool spool, StepContext context)
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
        return new ArchiveUpload(folder, limits, spool).open(context.objects(), archives);
    }

    /** Whether an import would use the file: an image or a table. */
    private static boolean isOfUse(UploadPath path) {
        return path.isImage()
                || EcoTaxa.isTable(path)
                || ZooScanNet.isTable(path)
                || ClassTableLabels.isTable(path)
                || IfcbFiles.isPart(path);
    }

    private static DatasetImportTask.Output output(
            DatasetImportTask.Input input, ArtifactId imported, String uploadState, ImportManifest manifest) {
        List<ForkedTask> tasks = new ArrayList<>();
        SortedMap<String, PreprocessTask.Input> inputs = new TreeMap<>();
        for (int shard :
                manifest.images().stream().map(Image::shard).distinct().sorted().toList()) {
            String name = "preprocess_" + shard;
            tasks.add(ForkedTask.of(PreprocessTask.TYPE, name));
            inputs.put(
                    name,
                    new PreprocessTask.Input(
                            shard,
                            manifest.shards().get(shard),
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
