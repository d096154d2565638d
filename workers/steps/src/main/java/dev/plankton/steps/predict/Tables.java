package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ParquetRows;
import dev.plankton.contracts.formats.PredictionRow;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.Split;
import dev.plankton.numerics.measures.NearestNeighbours.Neighbour;
import dev.plankton.steps.images.ImagesByKey;
import dev.plankton.steps.kit.EcoTaxaTable;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The predictions as files for further work. */
final class Tables {
    private final Predictions predictions;
    private final EmbeddingTable train;
    private final ImagesByKey sources;
    private final SectionFiles files;

    /** @param labelled the images that the model was made of */
    Tables(Predictions predictions, EmbeddingTable learnt, DatasetManifest labelled, SectionFiles files) {
        this.predictions = predictions;
        this.train = learnt.only(Split.TRAIN);
        this.sources = new ImagesByKey(labelled);
        this.files = files;
    }

    /** One line per image, with its neighbours in additional columns. */
    DataFile csv() throws IOException, InterruptedException {
        int neighbours = predictions.all().getFirst().neighbours().size();
        List<String> columns = new ArrayList<>(
                List.of("image", "source", "object_id", "predicted_class", "confidence", "distance", "score", "far"));
        for (int i = 1; i <= neighbours; i++) {
            columns.addAll(List.of("nearest_%d_class".formatted(i), "nearest_%d_source".formatted(i)));
            columns.add("nearest_%d_distance".formatted(i));
        }
        return files.csv(
                "predictions.csv",
                columns,
                () -> predictions.all().stream().map(this::cells).iterator());
    }

    private List<String> cells(Prediction prediction) {
        List<String> cells = new ArrayList<>(List.of(
                prediction.image().key(),
                prediction.image().source(),
                prediction.object().objectId(),
                prediction.className(),
                Figures.exact(prediction.confidence()),
                Figures.exact(prediction.distance()),
                Figures.exact(prediction.score()),
                Boolean.toString(prediction.far())));
        for (Neighbour neighbour : prediction.neighbours()) {
            cells.add(className(neighbour));
            cells.add(source(neighbour));
            cells.add(Figures.exact(neighbour.distance()));
        }
        return cells;
    }

    DataFile parquet() throws IOException, InterruptedException {
        Path file = files.draft("predictions.parquet");
        Map<String, String> metadata =
                Map.of("score", predictions.flaggedBy().name(), "threshold", Double.toString(predictions.threshold()));
        ParquetRows.write(PredictionRow.class, file, metadata, rows -> {
            for (Prediction prediction : predictions.all()) {
                rows.add(row(prediction));
            }
        });
        return files.publish("predictions.parquet", "table", file);
    }

    private PredictionRow row(Prediction prediction) {
        DatasetManifest.Image image = prediction.image();
        return new PredictionRow(
                image.key(),
                image.source(),
                prediction.object().objectId(),
                prediction.className(),
                prediction.confidence(),
                prediction.distance(),
                prediction.score(),
                prediction.far(),
                prediction.neighbours().stream()
                        .map(neighbour -> new PredictionRow.Nearest(
                                train.images().get(neighbour.row()),
                                source(neighbour),
                                className(neighbour),
                                neighbour.distance()))
                        .toList());
    }

    /**
     * See {@link EcoTaxaTable#PREDICTION}.
     *
     * @param writeReviewed whether objects are in it that a person has reviewed
     */
    DataFile ecoTaxa(boolean writeReviewed) throws IOException, InterruptedException {
        Path file = files.draft("ecotaxa_predictions.tsv");
        EcoTaxaTable.write(
                file,
                EcoTaxaTable.PREDICTION,
                () -> predictions.all().stream()
                        .filter(prediction -> writeReviewed || !prediction.reviewed())
                        .map(prediction -> EcoTaxaTable.Row.prediction(
                                prediction.image().source(),
                                prediction.object().objectId(),
                                prediction.className(),
                                prediction.confidence()))
                        .iterator());
        return files.publish("ecotaxa_predictions.tsv", "table", file);
    }

    private String className(Neighbour neighbour) {
        return train.classes().get(train.labels()[neighbour.row()]);
    }

    private String source(Neighbour neighbour) {
        return sources.source(train.images().get(neighbour.row()));
    }
}
