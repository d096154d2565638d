package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.UnseenMeasures.Score;
import dev.plankton.numerics.selection.Selection;
import dev.plankton.steps.newimages.LabelledNeighbours;
import dev.plankton.steps.newimages.NewImages;
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
 * @param flaggedBy the score by which images are flagged
 * @param threshold the value above which they are
 */
record Predictions(List<Prediction> all, Score flaggedBy, double threshold) {
    Predictions {
        all = List.copyOf(all);
    }

    /**
     * Predicts a class for each image.
     *
     * @param probabilities of the classes, for each new image
     * @param classes the model's classes
     * @param neighbours of the new images, in their order
     */
    static Predictions of(
            NewImages images, float[][] probabilities, List<String> classes, LabelledNeighbours neighbours) {
        List<Prediction> all = IntStream.range(0, probabilities.length)
                .boxed()
                .flatMap(row -> {
                    int best = Selection.largest(probabilities[row]);
                    DatasetManifest.Image image = images.manifest().images().get(row);
                    return images.objects(row).stream()
                            .map(object -> new Prediction(
                                    image.from(object.source()),
                                    object,
                                    classes.get(best),
                                    probabilities[row][best],
                                    neighbours.distance(row),
                                    neighbours.scores()[row],
                                    neighbours.far(row),
                                    neighbours.nearest().get(row)));
                })
                .sorted(Comparator.comparing(prediction -> prediction.image().source()))
                .toList();
        return new Predictions(all, neighbours.score(), neighbours.threshold());
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

    /** The flagged images, the highest score first. */
    List<Prediction> far() {
        return all.stream()
                .filter(Prediction::far)
                .sorted(Comparator.comparingDouble(Prediction::score).reversed())
                .toList();
    }
}
