package dev.plankton.network.training;

import dev.plankton.contracts.BadInputException;
import dev.plankton.network.data.Batch;
import dev.plankton.network.data.Seeds;
import dev.plankton.network.data.TrainingPool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Draws batches from a pool (SPEC 4): classes uniformly, then different images of each class uniformly, or different
 * images of all classes uniformly; then one sample of each image. Every draw depends only on the seed, the round, the step and the purpose.
 */
final class BatchSampler {
    /** The purpose of a draw. Draws for different purposes are unrelated. */
    enum Purpose {
        TRAINING,
        VALIDATION,
        STATISTICS,
        DIRECTIONS
    }

    private final TrainingSettings settings;
    private final Purpose purpose;
    private final int[] labels;
    /** Class, then image, then the samples of that image. */
    private final List<List<List<Integer>>> classes = new ArrayList<>();
    /** Image, then its samples. */
    private final List<List<Integer>> everyImage;

    /** @throws BadInputException if the pool has fewer than two classes */
    BatchSampler(TrainingPool pool, TrainingSettings settings, Purpose purpose) {
        this.settings = settings;
        this.purpose = purpose;
        labels = pool.labels();
        TreeMap<Integer, TreeMap<Integer, List<Integer>>> byClass = new TreeMap<>();
        for (int sample = 0; sample < pool.samples().length; sample++) {
            int image = pool.samples()[sample];
            byClass.computeIfAbsent(labels[image], label -> new TreeMap<>())
                    .computeIfAbsent(image, key -> new ArrayList<>())
                    .add(sample);
        }
        byClass.values().forEach(images -> classes.add(List.copyOf(images.values())));
        everyImage = classes.stream().flatMap(List::stream).toList();
        if (classes.size() < 2) {
            throw new BadInputException(
                    "Triplets need images of at least 2 classes, but there are images of %d; add a class to the dataset."
                            .formatted(classes.size()));
        }
        this.samples = pool.samples();
    }

    private final int[] samples;

    Batch draw(int round, int step) {
        SplittableRandom random = Seeds.random(settings.seed(), round, step, purpose.ordinal());
        int[] drawn = switch (settings.loss().miner()) {
            case RANDOM -> triplets(random);
            case SEMI_HARD, HARD, DISTANCE_WEIGHTED ->
                switch (settings.sampling()) {
                    case BALANCED -> groups(random);
                    case PROPORTIONAL ->
                        images(random, everyImage, settings.classesPerBatch() * settings.imagesPerClass());
                };
        };
        return batch(drawn);
    }

    /** A batch of different images for each class, ascending; of no class fewer than two, unless it has fewer. */
    List<Batch> ofEachClass(int mostOfAClass, int mostInAll) {
        int most = Math.clamp(mostInAll / classes.size(), 2, mostOfAClass);
        SplittableRandom random = Seeds.random(settings.seed(), purpose.ordinal());
        return classes.stream()
                .map(images -> batch(images(random, images, Math.min(most, images.size()))))
                .toList();
    }

    private Batch batch(int[] drawn) {
        int[] drawnClasses = new int[drawn.length];
        for (int row = 0; row < drawn.length; row++) {
            drawnClasses[row] = labels[samples[drawn[row]]];
        }
        return new Batch(drawn, drawnClasses);
    }

    /** Rows: all anchors, all positives, all negatives. */
    private int[] triplets(SplittableRandom random) {
        int count = settings.triplets();
        int[] drawn = new int[3 * count];
        for (int triplet = 0; triplet < count; triplet++) {
            int[] pair = distinct(random, classes.size(), 2);
            int[] same = images(random, classes.get(pair[0]), 2);
            drawn[triplet] = same[0];
            drawn[count + triplet] = same[1];
            drawn[2 * count + triplet] = images(random, classes.get(pair[1]), 1)[0];
        }
        return drawn;
    }

    /** Rows: P classes (or all, if there are fewer), K images of each. */
    private int[] groups(SplittableRandom random) {
        int[] chosen = distinct(random, classes.size(), Math.min(settings.classesPerBatch(), classes.size()));
        int perClass = settings.imagesPerClass();
        int[] drawn = new int[chosen.length * perClass];
        for (int group = 0; group < chosen.length; group++) {
            System.arraycopy(
                    images(random, classes.get(chosen[group]), perClass), 0, drawn, group * perClass, perClass);
        }
        return drawn;
    }

    /** Samples of different images; an image is drawn again only after all images were drawn. */
    private static int[] images(SplittableRandom random, List<List<Integer>> images, int count) {
        int[] drawn = new int[count];
        for (int start = 0; start < count; start += images.size()) {
            int[] different = distinct(random, images.size(), Math.min(images.size(), count - start));
            for (int i = 0; i < different.length; i++) {
                List<Integer> of = images.get(different[i]);
                drawn[start + i] = of.get(random.nextInt(of.size()));
            }
        }
        return drawn;
    }

    /** Different numbers below the bound, in random order: Floyd's method, then shuffled. */
    private static int[] distinct(SplittableRandom random, int bound, int count) {
        int[] drawn = new int[count];
        for (int i = 0; i < count; i++) {
            int top = bound - count + i;
            int candidate = random.nextInt(top + 1);
            drawn[i] = contains(drawn, i, candidate) ? top : candidate;
        }
        for (int i = count - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = drawn[i];
            drawn[i] = drawn[other];
            drawn[other] = kept;
        }
        return drawn;
    }

    private static boolean contains(int[] numbers, int length, int wanted) {
        for (int i = 0; i < length; i++) {
            if (numbers[i] == wanted) {
                return true;
            }
        }
        return false;
    }
}
