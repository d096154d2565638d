package dev.plankton.train;

import dev.plankton.network.AreaScaler;
import dev.plankton.network.TrainingExamples;
import dev.plankton.network.TrainingPool;
import dev.plankton.runtime.dataset.ImageBatches;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.Split;
import dev.plankton.runtime.formats.TrainingSet;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads the images that a round trains and validates on into memory, scaled to the network's side. */
final class PoolReader {

    /** What the round draws its batches from, and what its validation loss is measured on. */
    record Pools(TrainingPool train, TrainingPool validation) {}

    private PoolReader() {}

    static Pools read(DatasetManifest dataset, TrainingSet set, int networkSide, StepContext context)
            throws IOException, InterruptedException {
        if (networkSide > dataset.side()) {
            throw new BadInputException(
                    "networkSide is %d, but the dataset's images have a side of %d; take at most that."
                            .formatted(networkSide, dataset.side()));
        }
        int[] validation = IntStream.range(0, dataset.images().size())
                .filter(image -> dataset.images().get(image).split() == Split.VALIDATION)
                .toArray();
        BitSet wanted = new BitSet();
        set.samples().forEach(sample -> wanted.set(sample.image()));
        IntStream.of(validation).forEach(wanted::set);

        byte[][] scaled = new byte[dataset.images().size()][];
        new ImageBatches(dataset, context)
                .forEachBatch(
                        wanted::get,
                        pixels -> AreaScaler.scale(pixels, dataset.side(), networkSide),
                        (images, pixels) -> {
                            for (int i = 0; i < images.length; i++) {
                                scaled[images[i]] = pixels.get(i);
                            }
                        });
        return new Pools(
                pool(
                        dataset,
                        scaled,
                        networkSide,
                        set.samples().stream()
                                .mapToInt(TrainingSet.Sample::image)
                                .toArray(),
                        set.samples().stream()
                                .mapToInt(TrainingSet.Sample::symmetry)
                                .toArray()),
                pool(dataset, scaled, networkSide, validation, new int[validation.length]));
    }

    /** A pool of samples that name images by their place in the manifest; each image is in it once. */
    private static TrainingPool pool(
            DatasetManifest dataset, byte[][] scaled, int side, int[] sampleImages, int[] symmetries) {
        int[] images = IntStream.of(sampleImages).sorted().distinct().toArray();
        int[] placeInPool = new int[scaled.length];
        List<byte[]> pixels = new ArrayList<>(images.length);
        for (int i = 0; i < images.length; i++) {
            placeInPool[images[i]] = i;
            pixels.add(scaled[images[i]]);
        }
        return new TrainingPool(
                TrainingExamples.inMemory(side, pixels),
                IntStream.of(images)
                        .map(image -> dataset.images().get(image).classIndex())
                        .toArray(),
                IntStream.of(sampleImages).map(image -> placeInPool[image]).toArray(),
                symmetries);
    }
}
