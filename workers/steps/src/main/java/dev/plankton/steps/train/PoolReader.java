package dev.plankton.steps.train;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.data.AreaScaler;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.steps.images.ImageBatches;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the images that a round trains and validates on, scaled to the network's side, in a file. */
final class PoolReader {

    /**
     * The pool that training batches are drawn from, and the pool that the validation loss is measured on. Both use the
     * same examples.
     */
    record Pools(TrainingPool train, TrainingPool validation) {}

    private PoolReader() {}

    /** @param kept keeps the scaled images from round to round */
    static Pools read(
            DatasetManifest dataset, TrainingSet set, ScaledImages.Key key, ScaledImages kept, StepContext context)
            throws IOException, InterruptedException {
        int networkSide = key.side();
        if (networkSide > dataset.side()) {
            throw new BadInputException(
                    "networkSide is %d, but the dataset's images have a side of %d; take at most that."
                            .formatted(networkSide, dataset.side()));
        }
        int[] validation = validation(dataset);
        BitSet wanted = new BitSet();
        set.samples().forEach(sample -> wanted.set(sample.image()));
        IntStream.of(validation).forEach(wanted::set);
        int[] images = wanted.stream().toArray();
        int[] places = new int[dataset.images().size()];
        for (int place = 0; place < images.length; place++) {
            places[images[place]] = place;
        }
        Optional<ImageFile> earlier = kept.find(key);
        if (earlier.isPresent()) {
            context.log("The images are already scaled, by an earlier round.");
            wanted.stream()
                    .map(image -> dataset.images().get(image).shard())
                    .distinct()
                    .forEach(shard -> context.artifacts().uses(dataset.shards().get(shard)));
        }
        ImageFile scaled = earlier.isPresent()
                ? earlier.get()
                : kept.scale(
                        key,
                        context.processScratch(),
                        file -> scale(file, dataset, wanted, places, images.length, networkSide, context));
        int[] labels = IntStream.of(images)
                .map(image -> dataset.images().get(image).classIndex())
                .toArray();
        int[] samples = set.samples().stream()
                .mapToInt(sample -> places[sample.image()])
                .toArray();
        int[] symmetries =
                set.samples().stream().mapToInt(TrainingSet.Sample::symmetry).toArray();
        return new Pools(
                new TrainingPool(scaled, labels, samples, symmetries),
                new TrainingPool(
                        scaled,
                        labels,
                        IntStream.of(validation).map(image -> places[image]).toArray(),
                        new int[validation.length]));
    }

    static int[] validation(DatasetManifest dataset) {
        return IntStream.range(0, dataset.images().size())
                .filter(image -> dataset.images().get(image).split() == Split.VALIDATION)
                .toArray();
    }

    /** @param places the position in the file of each wanted image of the manifest */
    private static ImageFile scale(
            Path file,
            DatasetManifest dataset,
            BitSet wanted,
            int[] places,
            int count,
            int networkSide,
            StepContext context)
            throws IOException, InterruptedException {
        ImageFile scaled = ImageFile.create(file, networkSide, count);
        try {
            new ImageBatches(dataset, context)
                    .forEachBatch(
                            wanted::get,
                            pixels -> AreaScaler.scale(pixels, dataset.side(), networkSide),
                            (images, pixels) -> {
                                for (int i = 0; i < images.length; i++) {
                                    scaled.write(places[images[i]], pixels.get(i));
                                }
                            });
            return scaled;
        } catch (IOException | InterruptedException | RuntimeException e) {
            scaled.close();
            throw e;
        }
    }
}
