package dev.plankton.steps.train;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.formats.TrainingSet;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.data.AreaScaler;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.steps.images.ImageBatches;
import java.io.Closeable;
import java.io.IOException;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Scales the images that a round trains and validates on to the network's side, into a file. */
final class PoolReader {

    /**
     * The pool that training batches are drawn from, and the pool that the validation loss is measured on. Both use the
     * same examples.
     */
    record Pools(TrainingPool train, TrainingPool validation) implements Closeable {
        @Override
        public void close() throws IOException {
            if (train.examples() instanceof ImageFile images) {
                images.close();
            }
        }
    }

    private PoolReader() {}

    static Pools read(DatasetManifest dataset, TrainingSet set, int networkSide, StepContext context)
            throws IOException, InterruptedException {
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
        ImageFile scaled = scale(dataset, wanted, places, images.length, networkSide, context);
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
            DatasetManifest dataset, BitSet wanted, int[] places, int count, int networkSide, StepContext context)
            throws IOException, InterruptedException {
        ImageFile scaled = ImageFile.create(context.scratch().resolve("scaled-images"), networkSide, count);
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
