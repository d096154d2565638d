package dev.plankton.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Work that is timed with each competitor.
 *
 * @param side height and width of the images in pixels
 * @param images in a batch
 * @param repetitions that are timed; two more come before them and are not timed
 */
record Workload(Kind kind, int side, int images, int repetitions) {
    enum Kind {
        /** Forward and backward through all of Inception v3 with a triplet loss, and the update of its weights. */
        TRAINING("train"),
        /** Forward through Inception v3 to the embeddings. */
        EMBEDDING("infer");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What both child programs call it. */
        String word() {
            return word;
        }

        static Kind of(String word) {
            return word.equals(TRAINING.word) ? TRAINING : EMBEDDING;
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
