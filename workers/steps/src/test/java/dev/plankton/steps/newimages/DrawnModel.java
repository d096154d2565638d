package dev.plankton.steps.newimages;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Precision;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.classifier.Classifier;
import dev.plankton.network.classifier.Classifier.LabelledVectors;
import dev.plankton.network.classifier.ClassifierSettings;
import dev.plankton.network.classifier.SizeFeature;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.Engines;
import dev.plankton.network.engine.TrainingEngine;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Trainer;
import dev.plankton.network.training.TrainingSettings;
import dev.plankton.steps.images.DatasetEmbedding;
import dev.plankton.steps.images.Datasets;
import dev.plankton.steps.kit.SizedVectors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** A model of three kinds of stripes, its network as it was drawn, and images that it is shown. */
public final class DrawnModel {
    public static final Engines ENGINES = Engines.load();
    public static final Embedders EMBEDDERS = new Embedders(ENGINES, Map.of());
    public static final int SIDE = 40;
    /** Kinds of stripes that it knows: class0, class1 and class2. */
    public static final int KNOWN = 3;

    private static final TrainingEngine ENGINE = ENGINES.any();
    private static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", 32, 16, InputScaling.SIGNED);
    private static final TrainingSettings TRAINING = new TrainingSettings(
            LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.2),
            0.9,
            0,
            Sampling.BALANCED,
            20,
            4,
            3,
            5,
            new TrainedPart.All(),
            BatchNorm.BATCH,
            Augment.SYMMETRIES,
            0,
            1);

    private DrawnModel() {}

    /** Publishes it. @return a {@link ModelManifest} */
    public static ArtifactId publish(LocalContext context, Path folder) throws Exception {
        return publish(context, folder, DrawnDataset.publish(context, KNOWN, 24, 12, 4, SIDE, 1), Optional.empty());
    }

    /** Publishes one whose classifier also gets the size of the images, which alone tells the kinds apart well: class0 has the side of new images. */
    public static ArtifactId publishSized(LocalContext context, Path folder) throws Exception {
        DrawnDataset dataset = DrawnDataset.publish(context, KNOWN, 24, 12, 4, SIDE, 1)
                .withSides(context, image -> SIDE << (2 * image.classIndex()));
        double[] sides = dataset.manifest().images().stream()
                .mapToDouble(DatasetManifest.Image::width)
                .toArray();
        return publish(context, folder, dataset, Optional.of(SizeFeature.of(SizeUnit.PIXELS, sides, 2)));
    }

    /** The same, but all images have as many pixels, of which a table gives the size: 1 in class0. */
    public static ArtifactId publishSizedByTable(LocalContext context, Path folder, SizeUnit unit) throws Exception {
        ToDoubleFunction<DatasetManifest.Image> pixel = image -> 1 << (2 * image.classIndex());
        DrawnDataset dataset =
                DrawnDataset.publish(context, KNOWN, 24, 12, 4, SIDE, 1).withPixelSizes(context, unit, pixel);
        double[] sides = dataset.manifest().images().stream()
                .mapToDouble(image -> SIDE * pixel.applyAsDouble(image))
                .toArray();
        return publish(context, folder, dataset, Optional.of(SizeFeature.of(unit, sides, 2)));
    }

    private static ArtifactId publish(
            LocalContext context, Path folder, DrawnDataset dataset, Optional<SizeFeature> size) throws Exception {
        Path network = folder.resolve("network");
        try (Trainer trainer = Trainer.create(ENGINE.learners(Precision.FP32), NETWORK, TRAINING, Optional.empty())) {
            trainer.save(network);
        }
        EmbeddingTable table;
        try (Embedder embedder = EMBEDDERS.open(network, EmbeddingEngine.ONNX_RUNTIME)) {
            table = DatasetEmbedding.embed(dataset.manifest(), embedder::embed, context);
        }
        Path embeddings = folder.resolve("embeddings");
        EmbeddingFile.write(table, embeddings);
        EmbeddingTable sized = SizedVectors.of(size, table, dataset.manifest(), context);
        Path file = folder.resolve("classifier");
        ClassifierSettings settings = new ClassifierSettings(1, 64, 0.05, 0.9, 8, 100, 0, 0, 1);
        try (Classifier classifier = Classifier.train(
                        ENGINE.perceptrons(),
                        settings,
                        vectors(sized, Split.TRAIN),
                        vectors(sized, Split.VALIDATION),
                        KNOWN,
                        size,
                        epoch -> {})
                .classifier()) {
            classifier.save(file);
        }
        return context.artifacts()
                .publishJson(
                        "model",
                        new ModelManifest(
                                dataset.id(),
                                dataset.id(),
                                1,
                                context.artifacts().publish("checkpoint", network),
                                context.artifacts().publish("embeddings", embeddings),
                                context.artifacts().publish("classifier", file),
                                0.9,
                                0.9,
                                Optional.empty()));
    }

    private static LabelledVectors vectors(EmbeddingTable table, Split split) {
        EmbeddingTable part = table.only(split);
        return new LabelledVectors(part.vectors(), part.labels());
    }

    /** An upload without labels. */
    public record Upload(ArtifactId imported, TreeMap<String, PreprocessTask.Output> shards) {}

    /**
     * Publishes images as if they had been uploaded without labels, and preprocessed as far as they are usable. The first
     * was uploaded a second time under another name, which a person has validated.
     */
    public static Upload upload(LocalContext context, DatasetManifest shown, Predicate<DatasetManifest.Image> usable)
            throws Exception {
        List<ImportManifest.Image> images = new ArrayList<>();
        Map<Integer, List<PreprocessedShard.Image>> whole = new TreeMap<>();
        Map<Integer, List<PreprocessedShard.LeftOut>> broken = new TreeMap<>();
        for (DatasetManifest.Image image : shown.images()) {
            images.add(new ImportManifest.Image(
                    image.key(),
                    image.source(),
                    "",
                    image.shard(),
                    Optional.empty(),
                    images.isEmpty() ? new UploadedObject("station \"7\"", "") : UploadedObject.UNNAMED));
            if (usable.test(image)) {
                whole.computeIfAbsent(image.shard(), shard -> new ArrayList<>())
                        .add(new PreprocessedShard.Image(image.key(), SIDE, SIDE));
            } else {
                broken.computeIfAbsent(image.shard(), shard -> new ArrayList<>())
                        .add(new PreprocessedShard.LeftOut(image.key(), "is incomplete"));
            }
        }
        ImportManifest imported = new ImportManifest(
                "bay",
                List.of(),
                images,
                List.of(new ImportManifest.Copy(
                        shown.images().getFirst().key(),
                        "class0/copy of it.png",
                        new UploadedObject("station \u00e9t\u00e9", "validated"))),
                List.of(),
                List.of(new LeftOut("empty.png", "is empty")),
                List.of(),
                List.of(),
                shown.pixelSizes());
        List<PreprocessedList.Item> shards = new ArrayList<>();
        for (int shard = 0; shard < shown.shards().size(); shard++) {
            shards.add(new PreprocessedList.Item(
                    shard,
                    shown.shards().get(shard),
                    context.artifacts()
                            .publishJson(
                                    "preprocessed",
                                    new PreprocessedShard(
                                            whole.getOrDefault(shard, List.of()),
                                            broken.getOrDefault(shard, List.of()),
                                            Optional.of(new ImageRemarks(1, new TreeMap<>()))))));
        }
        return new Upload(
                Datasets.publish(imported, context),
                new TreeMap<>(Map.of(
                        "preprocess_0",
                        new PreprocessTask.Output(
                                context.artifacts().publishJson("preprocessed-list", new PreprocessedList(shards))))));
    }
}
