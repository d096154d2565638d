package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.ContactSheet.Cell;
import dev.plankton.drawing.GreyImage;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Contact sheets of new images. */
final class Pictures {
    private static final int COLUMNS = 10;
    private static final double SIZE = 84;
    private static final int COMPARED = 12;

    private final Predictions predictions;
    private final EmbeddingTable train;
    private final DatasetImages images;
    private final DatasetImages labelled;
    private final int most;

    /** @param most the largest number of images on a sheet */
    Pictures(Predictions predictions, EmbeddingTable learnt, DatasetImages images, DatasetImages labelled, int most) {
        this.predictions = predictions;
        this.train = learnt.only(Split.TRAIN);
        this.images = images;
        this.labelled = labelled;
        this.most = most;
    }

    /** The images given one class, with the probability below each; a star marks the flagged ones. */
    BufferedImage sheet(List<Prediction> members) throws IOException, InterruptedException {
        List<Cell> cells = new ArrayList<>();
        for (Prediction prediction : members.subList(0, Math.min(most, members.size()))) {
            String flag = prediction.far() ? " *" : "";
            cells.add(new Cell(
                    picture(prediction), List.of(Figures.text("%.0f %%%s", 100 * prediction.confidence(), flag))));
        }
        return draw(cells);
    }

    /** The flagged images, each with its predicted class and its score. */
    BufferedImage far(List<Prediction> far) throws IOException, InterruptedException {
        List<Cell> cells = new ArrayList<>();
        for (Prediction prediction : far.subList(0, Math.min(most, far.size()))) {
            cells.add(
                    new Cell(picture(prediction), List.of(prediction.className(), Figures.three(prediction.score()))));
        }
        return draw(cells);
    }

    /** The images with the lowest probability, each followed by its nearest labelled images. */
    BufferedImage compared() throws IOException, InterruptedException {
        List<Prediction> doubtful = predictions.all().stream()
                .sorted(Comparator.comparingDouble(Prediction::confidence))
                .limit(COMPARED)
                .toList();
        List<Cell> cells = new ArrayList<>();
        for (Prediction prediction : doubtful) {
            cells.add(new Cell(
                    picture(prediction),
                    List.of("new: " + prediction.className(), Figures.text("%.0f %%", 100 * prediction.confidence()))));
            for (Neighbour neighbour : prediction.neighbours()) {
                String key = train.images().get(neighbour.row());
                cells.add(new Cell(
                        new GreyImage(labelled.pixels(key), labelled.side()),
                        List.of(
                                train.classes().get(train.labels()[neighbour.row()]),
                                Figures.text("%.3f away", neighbour.distance()))));
            }
        }
        int columns = 1 + doubtful.getFirst().neighbours().size();
        return new ContactSheet("", cells).draw(columns, SIZE * 1.3);
    }

    private static BufferedImage draw(List<Cell> cells) {
        return new ContactSheet("", cells).draw(Math.min(COLUMNS, cells.size()), SIZE);
    }

    private GreyImage picture(Prediction prediction) throws IOException, InterruptedException {
        return new GreyImage(images.pixels(prediction.image().key()), images.side());
    }
}
