package dev.plankton.predict;

import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What is said of all new images, in the order of their sources.
 *
 * @param threshold distance above which an image is flagged as far from everything that was learnt
 */
record Predictions(List<Prediction> all, double threshold) {
    private static final int NEIGHBOURS = 5;

    Predictions {
        all = List.copyOf(all);
    }

    /**
     * Names a class for each image.
     *
     * @param vectors embeddings of the new images, in their order
     * @param probabilities of the model's classes, for each new image
     * @param learnt embeddings of the images that the model was made of
     * @param quantile the threshold is this quantile of the validation images' distances to the training images
     */
    static Predictions of(
            NewImages images, float[][] vectors, float[][] probabilities, EmbeddingTable learnt, double quantile) {
        EmbeddingTable train = learnt.only(Split.TRAIN);
        Neighbours neighbours = new Neighbours(train, NEIGHBOURS);
        double threshold = threshold(neighbours, learnt.only(Split.VALIDATION), quantile);
        List<Prediction> all = IntStream.range(0, vectors.length)
                .parallel()
                .mapToObj(image -> {
                    int best = best(probabilities[image]);
                    List<Neighbours.Neighbour> nearest = neighbours.of(vectors[image]);
                    double distance = Neighbours.meanDistance(nearest);
                    return new Prediction(
                            images.manifest().images().get(image),
                            images.objectId(images.manifest().images().get(image)),
                            learnt.classes().get(best),
                            probabilities[image][best],
                            distance,
                            distance > threshold,
                            nearest);
                })
                .toList();
        return new Predictions(all, threshold);
    }

    private static double threshold(Neighbours neighbours, EmbeddingTable validation, double quantile) {
        double[] distances = IntStream.range(0, validation.size())
                .parallel()
                .mapToDouble(
                        row -> Neighbours.meanDistance(neighbours.of(validation.vectors()[row])))
                .sorted()
                .toArray();
        return distances.length == 0
                ? Double.POSITIVE_INFINITY
                : distances[(int) Math.min(distances.length - 1, Math.floor(quantile * distances.length))];
    }

    private static int best(float[] probabilities) {
        int best = 0;
        for (int c = 1; c < probabilities.length; c++) {
            if (probabilities[c] > probabilities[best]) {
                best = c;
            }
        }
        return best;
    }

    /** By class, the most frequent class first; inside a class the surest first. */
    Map<String, List<Prediction>> byClass() {
        Map<String, List<Prediction>> byName = new TreeMap<>();
        all.forEach(prediction -> byName.computeIfAbsent(prediction.className(), name -> new ArrayList<>())
                .add(prediction));
        byName.values()
                .forEach(members -> members.sort(Comparator.comparingDouble(Prediction::confidence)
                        .reversed()
                        .thenComparing(prediction -> prediction.image().source())));
        Map<String, List<Prediction>> ordered = new LinkedHashMap<>();
        byName.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<Prediction>> entry) ->
                                -entry.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
        return ordered;
    }

    /** The flagged images, the farthest first. */
    List<Prediction> far() {
        return all.stream()
                .filter(Prediction::far)
                .sorted(Comparator.comparingDouble(Prediction::distance).reversed())
                .toList();
    }
}
