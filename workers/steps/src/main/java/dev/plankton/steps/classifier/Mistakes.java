package dev.plankton.steps.classifier;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.GreyImage;
import dev.plankton.steps.classifier.ClassifierResult.Misclassified;
import dev.plankton.steps.classifier.measures.Predictions;
import dev.plankton.steps.classifier.measures.Predictions.Mistake;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The misclassified test images, as a table and as a picture of a few of them. */
final class Mistakes {
    static final List<String> COLUMNS =
            List.of("image", "source", "true", "predicted", "probability", "probability_of_true");

    private static final int SHOWN = 6;
    private static final int SIDE = 230;

    private final Predictions predictions;
    private final EmbeddingTable test;
    private final DatasetImages images;

    /** @param test the images that were classified, in the order of the predictions */
    Mistakes(Predictions predictions, EmbeddingTable test, DatasetImages images) {
        this.predictions = predictions;
        this.test = test;
        this.images = images;
    }

    int count() {
        return predictions.mistakes().size();
    }

    int images() {
        return test.size();
    }

    /** All misclassified images, the highest probability first. */
    List<Misclassified> all() throws IOException {
        List<Misclassified> all = new ArrayList<>();
        for (Mistake mistake : predictions.mistakes()) {
            String key = test.images().get(mistake.row());
            all.add(new Misclassified(
                    key,
                    images.image(key).source(),
                    name(mistake.trueClass()),
                    name(mistake.predictedClass()),
                    mistake.probability(),
                    mistake.probabilityOfTrue()));
        }
        return all;
    }

    /** One row per misclassified image, the highest probability first, with the columns of {@link #COLUMNS}. */
    List<List<String>> rows() throws IOException {
        return all().stream()
                .map(mistake -> List.of(
                        mistake.image(),
                        mistake.source(),
                        mistake.trueClass(),
                        mistake.predictedClass(),
                        Figures.exact(mistake.probability()),
                        Figures.exact(mistake.probabilityOfTrue())))
                .toList();
    }

    /** Whether there is a picture to draw. */
    boolean pictured() {
        return images.any() && count() > 0;
    }

    /** Up to six mistakes with their true and predicted classes. */
    BufferedImage picture() throws IOException, InterruptedException {
        List<ContactSheet.Cell> cells = new ArrayList<>();
        for (Mistake mistake : predictions.examples(SHOWN)) {
            GreyImage image = new GreyImage(images.pixels(test.images().get(mistake.row())), images.side());
            cells.add(new ContactSheet.Cell(
                    image,
                    List.of(
                            name(mistake.trueClass()) + " →",
                            "%s (%s)"
                                    .formatted(
                                            name(mistake.predictedClass()), Figures.percent(mistake.probability())))));
        }
        return new ContactSheet("Misclassified: true → predicted (probability)", cells).draw(3, SIDE);
    }

    private String name(int c) {
        return test.classes().get(c);
    }
}
