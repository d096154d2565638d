package dev.plankton.steps.balance;

import dev.plankton.contracts.formats.TrainingSet.Sample;
import dev.plankton.contracts.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws the samples of one class (SPEC 2). They are a function of (seed, class name, images).
 *
 * <p>If there are too many images, some are dropped at random. If there are too few, all originals are kept and come
 * first. Then mirrored and rotated copies are added in passes. Each pass goes through all images in random order, so
 * that the numbers of copies differ by at most one. Each image appears in all 8 symmetries before one of them repeats.
 */
final class ClassDraw {
    private static final int SYMMETRIES = 8;

    private final List<Integer> images;
    private final Random random;

    /** @param images indices of the class's training images, at least one */
    ClassDraw(long seed, String className, List<Integer> images) {
        this.images = List.copyOf(images);
        this.random = new Random(Long.parseUnsignedLong(
                Json.digest("balance", Long.toString(seed), className).substring(0, 16), 16));
    }

    List<Sample> draw(int count) {
        List<Integer> order = shuffled(images);
        if (count <= images.size()) {
            return order.subList(0, count).stream()
                    .sorted()
                    .map(image -> new Sample(image, 0))
                    .toList();
        }
        List<Sample> samples = new ArrayList<>(count);
        images.forEach(image -> samples.add(new Sample(image, 0)));
        while (samples.size() < count) {
            addCycle(samples, count);
        }
        return samples;
    }

    /** Adds each image in each symmetry except the original. From the second cycle on, adds the originals again too. */
    private void addCycle(List<Sample> samples, int count) {
        boolean first = samples.size() == images.size();
        List<List<Integer>> symmetries = images.stream()
                .map(image -> shuffled(
                        IntStream.range(first ? 1 : 0, SYMMETRIES).boxed().toList()))
                .toList();
        List<Integer> positions = IntStream.range(0, images.size()).boxed().toList();
        for (int turn = 0; turn < symmetries.getFirst().size(); turn++) {
            for (int position : shuffled(positions)) {
                if (samples.size() == count) {
                    return;
                }
                samples.add(new Sample(
                        images.get(position), symmetries.get(position).get(turn)));
            }
        }
    }

    private List<Integer> shuffled(List<Integer> numbers) {
        List<Integer> copy = new ArrayList<>(numbers);
        Collections.shuffle(copy, random);
        return copy;
    }
}
