package dev.plankton.predict;

import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.ModelManifest;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.step.StepContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Publishes the sheets and tables and puts them into words. */
final class PredictionSection {
    private static final int FAR_ROWS = 200;

    private final NewImages images;
    private final ModelManifest model;
    private final double quantile;
    private final Summary summary;
    private final Pictures pictures;
    private final Tables tables;
    private final StepContext context;

    PredictionSection(
            NewImages images,
            ModelManifest model,
            double quantile,
            Summary summary,
            Pictures pictures,
            Tables tables,
            StepContext context) {
        this.images = images;
        this.model = model;
        this.quantile = quantile;
        this.summary = summary;
        this.pictures = pictures;
        this.tables = tables;
        this.context = context;
    }

    ReportSection write(Predictions predictions) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        List<Prediction> far = predictions.far();
        if (!far.isEmpty()) {
            figures.add(figure(
                    "far.png",
                    text(
                            "%,d images lie far from everything that the model has learnt; the farthest come first. Below each"
                                    + " stand the class that the classifier names all the same, and how many times the"
                                    + " threshold its distance is.",
                            far.size()),
                    pictures.far(far)));
        }
        figures.add(figure(
                "nearest.png",
                "The images of which the classifier is least sure, each followed by the labelled images nearest to it, with"
                        + " their classes and distances. Where these agree with the class named, it may be right after all.",
                pictures.compared()));
        for (Map.Entry<String, List<Prediction>> entry : predictions.byClass().entrySet()) {
            context.checkCancelled();
            figures.add(figure(
                    text("sheet-%03d.png", figures.size()),
                    text(
                            "%s: %,d images, the surest first, with the probability that the classifier gives; * marks those that"
                                    + " lie far from everything learnt.",
                            entry.getKey(), entry.getValue().size()),
                    pictures.sheet(entry.getValue())));
        }
        return new ReportSection("predictions", "Predictions", summary(), facts(predictions), figures, tables(far));
    }

    private String summary() {
        return text(
                "%,d images of '%s' were given one of the model's classes. The model is the classifier of round %d, which names"
                        + " the right class for %.1f %% of its own test images; on images of other stations, seasons or cameras"
                        + " it may do worse. Its probabilities are not calibrated. Images farther from the five nearest"
                        + " labelled images than %.1f %% of the validation images are flagged: look at these first.",
                summary.images(), summary.name(), model.round(), 100 * model.testAccuracy(), 100 * quantile);
    }

    private List<Fact> facts(Predictions predictions) {
        double sure = predictions.all().stream()
                .mapToDouble(Prediction::confidence)
                .average()
                .orElse(0);
        return List.of(
                new Fact("Images", text("%,d", summary.images())),
                new Fact("Flagged as far", text("%,d", summary.far())),
                new Fact("Left out", text("%,d", images.manifest().leftOut().size())),
                new Fact("Classes named", text("%,d", summary.classes().size())),
                new Fact("Mean probability", text("%.3f", sure)),
                new Fact("Threshold of the distance", text("%.4f", summary.threshold())));
    }

    private List<Table> tables(List<Prediction> far) throws IOException, InterruptedException {
        List<Table> all = new ArrayList<>();
        all.add(new Table(
                "Images by the class named, the most frequent first. ecotaxa_predictions.tsv is for EcoTaxa's import, which"
                        + " takes the classes as predictions to be validated.",
                List.of("Class", "Images", "Flagged", "Mean probability"),
                summary.classes().stream()
                        .map(count -> List.of(
                                count.name(),
                                text("%d", count.images()),
                                text("%d", count.far()),
                                text("%.3f", count.meanConfidence())))
                        .toList(),
                List.of(tables.csv(), tables.parquet(), tables.ecoTaxa())));
        if (!far.isEmpty()) {
            all.add(new Table(
                    "The farthest images.",
                    List.of("Image", "Class named", "Probability", "Distance"),
                    far.stream()
                            .limit(FAR_ROWS)
                            .map(prediction -> List.of(
                                    prediction.image().source(),
                                    prediction.className(),
                                    text("%.3f", prediction.confidence()),
                                    text("%.4f", prediction.distance())))
                            .toList(),
                    List.of()));
        }
        if (!images.manifest().leftOut().isEmpty()) {
            all.add(new Table(
                    "Images that could not be used.",
                    List.of("Image", "Reason"),
                    images.manifest().leftOut().stream()
                            .map(image -> List.of(image.source(), image.reason()))
                            .toList(),
                    List.of()));
        }
        return all;
    }

    private Figure figure(String file, String caption, BufferedImage picture) throws IOException, InterruptedException {
        return new Figure(
                file,
                "image/png",
                caption,
                context.publish("picture", Png.write(picture, context.scratch().resolve(file))),
                List.<DataFile>of());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
