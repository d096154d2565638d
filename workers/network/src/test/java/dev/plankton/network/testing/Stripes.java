package dev.plankton.network.testing;

import dev.plankton.contracts.choices.Augment;
import dev.plankton.contracts.choices.Backbone;
import dev.plankton.contracts.choices.BatchNorm;
import dev.plankton.contracts.choices.Head;
import dev.plankton.contracts.choices.Loss;
import dev.plankton.contracts.choices.Miner;
import dev.plankton.contracts.choices.Sampling;
import dev.plankton.contracts.choices.TrainedPart;
import dev.plankton.network.architecture.InputScaling;
import dev.plankton.network.architecture.NetworkSettings;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import dev.plankton.network.objective.LossSettings;
import dev.plankton.network.training.Round;
import dev.plankton.network.training.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A problem that a tiny network solves within a second. */
public final class Stripes {
    public static final int SIDE = 16;
    public static final NetworkSettings NETWORK =
            new NetworkSettings(Backbone.SMALL, Head.SPHERE, "avg_pool", SIDE, 8, InputScaling.SIGNED);
    public static final TrainingSettings TRAINING = new TrainingSettings(
            LossSettings.ofTriplets(Loss.STANDARD, Miner.SEMI_HARD, 0.2),
            0.9,
            1e-4,
            Sampling.BALANCED,
            8,
            4,
            4,
            5,
            new TrainedPart.All(),
            BatchNorm.BATCH,
            Augment.SYMMETRIES,
            0,
            3);
    public static final TrainingPool POOL = stripes(12);

    private Stripes() {}

    /** Four classes: stripes across or along, narrow or wide, at a random place, with noise. */
    private static TrainingPool stripes(int perClass) {
        SplittableRandom random = new SplittableRandom(1);
        List<byte[]> images = new ArrayList<>();
        int[] labels = new int[4 * perClass];
        int[] samples = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 4;
            samples[i] = i;
            int width = labels[i] < 2 ? 2 : 4;
            int start = random.nextInt(SIDE);
            byte[] image = new byte[SIDE * SIDE];
            for (int p = 0; p < image.length; p++) {
                int along = start + (labels[i] % 2 == 0 ? p % SIDE : p / SIDE);
                image[p] = (byte) (100 * (along / width % 2) + random.nextInt(100));
            }
            images.add(image);
        }
        return new TrainingPool(TrainingExamples.inMemory(SIDE, images), labels, samples, new int[samples.length]);
    }

    public static Round round(int round, int steps) {
        return new Round(round, 0.05, steps, 2);
    }

    public static TrainingSettings training(Miner miner, double margin, TrainedPart part, BatchNorm batchNorm) {
        return new TrainingSettings(
                LossSettings.ofTriplets(Loss.STANDARD, miner, margin),
                0.9,
                1e-4,
                Sampling.BALANCED,
                8,
                4,
                4,
                5,
                part,
                batchNorm,
                Augment.SYMMETRIES,
                0,
                3);
    }

    public static List<byte[]> images(TrainingPool pool) {
        TrainingExamples.Images images = (TrainingExamples.Images) pool.examples();
        return IntStream.range(0, images.count()).mapToObj(images::pixels).toList();
    }
}
