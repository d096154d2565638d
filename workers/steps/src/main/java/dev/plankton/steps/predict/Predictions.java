package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.numerics.selection.Selection;
import dev.plankton.steps.kit.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The predictions for all new objects, sorted by the source of their images.
 *
 * @param threshold distance above which an image is flagged as far from all labelled images
 */
record Predictions(List<Prediction> all, double threshold) {
    private static final int NEIGHBOURS = 5;

    Predictions {
        all = List.copyOf(all);
    }

    /**
     * Predicts a class for each image.
     *
     * @param vectors embeddings of the new images, in their order
     * @param probabilities of the model's classes, for each new image
     * @param learnt embeddings of the images that the model was made of
     * @param quantile the threshold is this quantile of the validation images' distances to the training images
     */
    static Predictions of(
            NewImages images, float[][] vectors, float[][] probabilities, EmbeddingTable learnt, double quantile) {
        NearestNeighbours neighbours = new NearestNeighbours(Vectors.of(learnt, Split.TRAIN), NEIGHBOURS);
        double threshold = threshold(neighbours, learnt.only(Split.VALIDATION), quantile);
        List<List<Neighbour>> nearestOfAll = neighbours.of(vectors);
        List<Prediction> all = IntStream.range(0, vectors.length)
                .boxed()
                .flatMap(row -> {
                    int best = Selection.largest(probabilities[row]);
                    List<Neighbour> nearest = nearestOfAll.get(row);
                    double distance = meanDistance(nearest);
                    DatasetManifest.Image image = images.manifest().images().get(row);
                    return images.objects(row).stream()
                            .map(object -> new Prediction(
                                    image.from(object.source()),
                                    object,
                                    learnt.classes().get(best),
                                    probabilities[row][best],
                                    distance,
                                    distance > threshold,
                                    nearest));
                })
                .sorted(Comparator.comparing(prediction -> prediction.image().source()))
                .toList();
        return new Predictions(all, threshold);
    }

    private static double threshold(NearestNeighbours neighbours, EmbeddingTable validation, double quantile) {
        double[] distances = neighbours.of(validation.vectors()).stream()
                .mapToDouble(Predictions::meanDistance)
                .sorted()
                .toArray();
        return distances.length == 0
                ? Double.POSITIVE_INFINITY
                : distances[(int) Math.min(distances.length - 1, Math.floor(quantile * distances.length))];
    }

    /** How far an image is from the labelled images: the mean distance to its neighbours. */
    private static double meanDistance(List<Neighbour> neighbours) {
        return neighbours.stream().mapToDouble(Neighbour::distance).average().orElse(Double.POSITIVE_INFINITY);
    }

    /** By class, the most frequent class first; inside a class, the highest probability first. */
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
