package dev.plankton.contracts.formats;

import java.util.List;

/**
 * What a checkpoint's embedding does for classes that were held out of its training (SPEC 11).
 *
 * @param classes their names in ascending order
 * @param images number of their images
 * @param precisionAt1 as in {@link Evaluation.Measures}, among the images of these classes alone, like the next three
 * @param fewExamples how well a few labelled images of each class classify the others
 * @param scores how well scores tell images of these classes from test images of the classes that were trained on
 */
public record UnseenMeasures(
        List<String> classes,
        int images,
        double precisionAt1,
        double rPrecision,
        double meanAveragePrecisionAtR,
        double silhouette,
        List<FewExamples> fewExamples,
        List<Detection> scores) {

    /** Among which classes an image has to be classified. */
    public enum Among {
        /** The classes that were held out. */
        UNSEEN,
        /** All classes, held out or not. */
        ALL
    }

    /**
     * The share of images of held-out classes that some labelled examples of each class classify correctly, over random
     * draws of the examples.
     *
     * @param examples labelled images of each class
     * @param classes classes that have more images than that
     * @param queries images that are classified in each draw
     * @param nearest by the nearest example
     * @param fiveNearest by the majority of the 5 nearest examples; of equally frequent classes the nearest
     * @param centroid by the nearest mean of a class's examples
     */
    public record FewExamples(
            Among among, int examples, int classes, int queries, Share nearest, Share fiveNearest, Share centroid) {}

    /** A share of images, 0 to 1. @param deviation standard deviation from draw to draw */
    public record Share(double mean, double deviation) {}

    /** What tells that an image is of no class that was trained on. */
    public enum Score {
        /** Distance to the nearest class centroid of the training images. */
        NEAREST_CENTROID,
        /** The same relative to the mean distance of that class's training images to their centroid. */
        RELATIVE_TO_RADIUS,
        /** Mean distance to the 5 nearest training images. */
        NEAREST_IMAGES,
        /**
         * Energy of the classifier's outputs before the softmax: the logarithm of the sum of their exponentials, with the other
         * sign (Liu et al. 2020, "Energy-based out-of-distribution detection", equation 4). A checkpoint has no classifier, so it
         * is measured only where there is one.
         */
        CLASSIFIER_ENERGY
    }

    /**
     * How well a score finds images of held-out classes among test images of the others.
     *
     * @param auroc area under the receiver operating characteristic; 0.5 is guessing
     * @param falseAlarms share of the test images of trained classes that are taken for unseen ones where 95 % of the unseen
     *     ones are found
     */
    public record Detection(Score score, double auroc, double falseAlarms) {}

    public UnseenMeasures {
        classes = List.copyOf(classes);
        fewExamples = List.copyOf(fewExamples);
        scores = List.copyOf(scores);
    }
}
