package dev.plankton.balance;

import dev.plankton.runtime.Json;
import dev.plankton.runtime.formats.TrainingSet.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws one class's samples (SPEC 2), a function of (seed, class name, images).
 *
 * <p>Too many images: some are dropped at random. Too few: all originals are kept and stand first, then random images
 * are mirrored and rotated, round after round through all images in random order, so that their counts differ by one at
 * most, each image in all 8 symmetries before one of them repeats.
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

    /** Adds each image in each symmetry but the original, and, when this is not the first time, the original again. */
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
