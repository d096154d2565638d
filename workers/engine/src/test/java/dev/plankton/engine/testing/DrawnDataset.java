package dev.plankton.engine.testing;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImageShardWriter;
import dev.plankton.contracts.formats.PixelSizeTable;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.contracts.ids.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A small preprocessed dataset of drawn stripes: the classes differ in the stripes' direction and width. */
public final class DrawnDataset {
    private static final int SHARD = 16;

    private final DatasetManifest manifest;
    private final ArtifactId id;
    private final List<byte[]> pixels;

    private DrawnDataset(DatasetManifest manifest, ArtifactId id, List<byte[]> pixels) {
        this.manifest = manifest;
        this.id = id;
        this.pixels = pixels;
    }

    /** Draws an image of a class. */
    @FunctionalInterface
    public interface Drawing {
        /** @return side x side pixels, row by row, 0 black to 255 white */
        byte[] draw(int classIndex, int side, Random random);
    }

    /** Draws and publishes a dataset whose images of each class are split as given. */
    public static DrawnDataset publish(
            LocalContext context, int classes, int train, int validation, int test, int side, long seed)
            throws IOException {
        return publish(context, classes, train, validation, test, side, seed, DrawnDataset::draw);
    }

    /** The same with other images than stripes. */
    public static DrawnDataset publish(
            LocalContext context,
            int classes,
            int train,
            int validation,
            int test,
            int side,
            long seed,
            Drawing drawing)
            throws IOException {
        Random random = new Random(seed);
        List<DatasetManifest.Image> images = new ArrayList<>();
        List<byte[]> pixels = new ArrayList<>();
        int perClass = train + validation + test;
        for (int i = 0; i < classes * perClass; i++) {
            int c = i / perClass;
            int place = i % perClass;
            Split split = place < train ? Split.TRAIN : place < train + validation ? Split.VALIDATION : Split.TEST;
            String key = "%064x".formatted(i + 1);
            images.add(new DatasetManifest.Image(
                    key, "class%d/%d.png".formatted(c, place), c, split, side, side, i / SHARD));
            pixels.add(drawing.draw(c, side, random));
        }
        List<ArtifactId> shards = new ArrayList<>();
        for (int from = 0; from < images.size(); from += SHARD) {
            Path file = context.scratch().resolve("shard-" + from);
            try (ImageShardWriter writer = new ImageShardWriter(file, side)) {
                for (int i = from; i < Math.min(images.size(), from + SHARD); i++) {
                    writer.add(images.get(i).key(), pixels.get(i));
                }
            }
            shards.add(context.artifacts().publish("shard", file));
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj("class%d"::formatted).toList();
        DatasetManifest manifest = new DatasetManifest("drawn", side, names, images, shards, List.of());
        return new DrawnDataset(manifest, context.artifacts().publishJson("dataset", manifest), pixels);
    }

    /** Stripes of a class. */
    public static byte[] draw(int c, int side, Random random) {
        double angle = c * Math.PI / 5 + 0.1 * random.nextGaussian();
        double width = 3 + c % 3;
        double phase = random.nextDouble() * 10;
        byte[] image = new byte[side * side];
        Arrays.fill(image, (byte) 255);
        for (int y = side / 8; y < side - side / 8; y++) {
            for (int x = side / 8; x < side - side / 8; x++) {
                double wave = Math.sin((x * Math.cos(angle) + y * Math.sin(angle)) / width + phase);
                image[y * side + x] =
                        (byte) Math.clamp(Math.round(150 + 70 * wave + 15 * random.nextGaussian()), 0, 255);
            }
        }
        return image;
    }

    /** The same images, which had other sides before they were scaled. */
    public DrawnDataset withSides(LocalContext context, ToIntFunction<DatasetManifest.Image> longerSide)
            throws IOException {
        List<DatasetManifest.Image> images = manifest.images().stream()
                .map(image -> new DatasetManifest.Image(
                        image.key(),
                        image.source(),
                        image.classIndex(),
                        image.split(),
                        longerSide.applyAsInt(image),
                        Math.min(1, longerSide.applyAsInt(image)),
                        image.shard()))
                .toList();
        DatasetManifest other = new DatasetManifest(
                manifest.name(), manifest.side(), manifest.classes(), images, manifest.shards(), List.of());
        return new DrawnDataset(other, context.artifacts().publishJson("dataset", other), pixels);
    }

    /** The same images, whose pixels had these sizes. */
    public DrawnDataset withPixelSizes(
            LocalContext context, SizeUnit unit, ToDoubleFunction<DatasetManifest.Image> pixelSize) throws IOException {
        Path file = context.scratch().resolve("pixel-sizes");
        PixelSizeTable.write(
                unit,
                manifest.keys(),
                manifest.images().stream().map(pixelSize::applyAsDouble).toList(),
                file);
        DatasetManifest other =
                manifest.withPixelSizes(Optional.of(context.artifacts().publish("pixel-sizes", file)));
        return new DrawnDataset(other, context.artifacts().publishJson("dataset", other), pixels);
    }

    /** Publishes a training set that has every training image once. */
    public ArtifactId publishTrainingSet(LocalContext context) throws IOException {
        List<TrainingSet.Sample> samples = IntStream.range(0, manifest.images().size())
                .filter(image -> manifest.images().get(image).split() == Split.TRAIN)
                .mapToObj(image -> new TrainingSet.Sample(image, image % 8))
                .toList();
        return context.artifacts().publishJson("training-set", new TrainingSet(id, 1, samples));
    }

    public DatasetManifest manifest() {
        return manifest;
    }

    public ArtifactId id() {
        return id;
    }

    /** The pixels of an image of the manifest. */
    public byte[] pixels(int image) {
        return pixels.get(image);
    }
}
