package dev.plankton.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Work that is timed with each competitor.
 *
 * @param side height and width of the images in pixels; length of the vectors for a classifier
 * @param images in a batch; vectors in all for a classifier
 * @param repetitions that are timed; two more come before them and are not timed
 */
record Workload(Kind kind, int side, int images, int repetitions) {
    enum Kind {
        /** Forward and backward through all of Inception v3 with a triplet loss, and the update of its weights. */
        TRAINING("train", "training step, Inception v3"),
        /** Forward through Inception v3 to the embeddings. */
        EMBEDDING("infer", "embedding, Inception v3"),
        /** A training step of the small network. */
        SMALL("small", "training step, small network"),
        /** Ten epochs of the classifier: 4 hidden layers of 512 units, batches of 64, then its accuracy. */
        CLASSIFIER("classifier", "classifier, 10 epochs");

        private final String word;
        private final String name;

        Kind(String word, String name) {
            this.word = word;
            this.name = name;
        }

        /** What the child programs call it. */
        String word() {
            return word;
        }

        /** What the table calls it. */
        String inTheTable() {
            return name;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("nothing is called " + word);
        }
    }

    /** All workloads; fewer repetitions if one takes seconds. */
    static List<Workload> all(boolean quick) {
        List<Workload> all = new ArrayList<>();
        for (int side : new int[] {139, 299}) {
            for (int images : new int[] {6, 12, 24}) {
                all.add(new Workload(Kind.TRAINING, side, images, quick ? 1 : side == 139 ? 5 : 3));
            }
            for (int images : new int[] {1, 8, 32}) {
                all.add(new Workload(Kind.EMBEDDING, side, images, quick ? 1 : images == 1 ? 20 : 5));
            }
        }
        all.add(new Workload(Kind.SMALL, 64, 80, quick ? 3 : 20));
        all.add(new Workload(Kind.CLASSIFIER, 64, 5073, quick ? 1 : 3));
        return all;
    }

    /** As the child programs read it. */
    List<String> arguments() {
        return List.of(kind.word(), Integer.toString(side), Integer.toString(images), Integer.toString(repetitions));
    }

    static Workload parse(List<String> arguments) {
        return new Workload(
                Kind.of(arguments.get(0)),
                Integer.parseInt(arguments.get(1)),
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)));
    }
}
