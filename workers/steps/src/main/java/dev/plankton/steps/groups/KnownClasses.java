package dev.plankton.steps.groups;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.Centroids;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.numerics.measures.NearestNeighbours;
import dev.plankton.numerics.measures.Radii;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.Vectors;
import java.util.List;
import java.util.stream.IntStream;

/** Where the classes lie that a model knows: the centre of each is the mean of its training images. */
final class KnownClasses {
    private final List<String> names;
    private final int[] classes;
    private final double[] radii;
    private final NearestNeighbours centres;

    /**
     * The nearest class.
     *
     * @param distance to its centre
     * @param radius mean distance of its own training images to its centre
     */
    record Nearest(String name, double distance, double radius) {

        /** The distance as readers can judge it. */
        String inWords() {
            return radius == 0
                    ? Figures.text("%.3f from the centre of %s", distance, name)
                    : Figures.text(
                            "%.3f from the centre of %s, %.1f times as far as its own images are on average",
                            distance, name, distance / radius);
        }
    }

    /** @param learnt embeddings of the images that the model was made of; some are training images */
    KnownClasses(EmbeddingTable learnt) {
        LabelledVectors train = Vectors.of(learnt, Split.TRAIN);
        Centroids all = Centroids.of(train);
        this.names = learnt.classes();
        this.classes = IntStream.range(0, names.size())
                .filter(c -> all.counts()[c] > 0)
                .toArray();
        this.radii = Radii.of(train, all).mean();
        float[][] vectors =
                IntStream.of(classes).mapToObj(c -> all.vectors()[c]).toArray(float[][]::new);
        this.centres = new NearestNeighbours(new LabelledVectors(vectors, classes, names.size()), 1);
    }

    /** The class with the nearest centre, for each vector. */
    List<Nearest> nearest(float[][] vectors) {
        return centres.of(vectors).stream()
                .map(List::getFirst)
                .map(found ->
                        new Nearest(names.get(classes[found.row()]), found.distance(), radii[classes[found.row()]]))
                .toList();
    }
}
