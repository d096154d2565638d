package dev.plankton.steps.predict;

import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.tasks.PredictTask;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.kit.UnseenScores;
import dev.plankton.steps.newimages.NewImages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the report's section on the predictions and publishes its contact sheets and tables. */
final class PredictionSection {
    private static final int FAR_ROWS = 200;

    private final NewImages images;
    private final ModelManifest model;
    private final PredictTask.Input input;
    private final Summary summary;
    private final Pictures pictures;
    private final Tables tables;
    private final SectionFiles files;

    PredictionSection(
            NewImages images,
            ModelManifest model,
            PredictTask.Input input,
            Summary summary,
            Pictures pictures,
            Tables tables,
            SectionFiles files) {
        this.images = images;
        this.model = model;
        this.input = input;
        this.summary = summary;
        this.pictures = pictures;
        this.tables = tables;
        this.files = files;
    }

    ReportSection write(Predictions predictions) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        List<Prediction> far = predictions.far();
        if (!far.isEmpty()) {
            figures.add(files.picture(
                    "far.png",
                    Figures.text(
                            "%,d images are flagged, because no class seems to claim them; the highest score comes first. Below each image are"
                                    + " its predicted class, which is doubtful, and its score (%s); above %.3f an image is flagged.",
                            far.size(), UnseenScores.inWords(predictions.flaggedBy()), predictions.threshold()),
                    pictures.far(far)));
        }
        figures.add(files.picture(
                "nearest.png",
                "The images with the lowest probability, each followed by its nearest labelled images with their classes and"
                        + " distances. If these classes agree with the predicted class, it may still be right.",
                pictures.compared()));
        for (Map.Entry<String, List<Prediction>> entry : predictions.byClass().entrySet()) {
            figures.add(files.picture(
                    Figures.text("sheet-%03d.png", figures.size()),
                    Figures.text(
                            "%s: %,d images, the highest probability first, with the classifier's probability; * marks flagged"
                                    + " images.",
                            entry.getKey(), entry.getValue().size()),
                    pictures.sheet(entry.getValue())));
        }
        return new ReportSection(
                "predictions", "Predictions", summary(), facts(predictions), figures, tables(predictions, far));
    }

    private String summary() {
        List<String> sentences = new ArrayList<>(images.manifest().remarks());
        sentences.addFirst(classified());
        return String.join(" ", sentences);
    }

    private String classified() {
        return Figures.text(
                "%,d images of '%s' were given one of the model's classes. The model's classifier (round %d) classifies"
                        + " %.1f %% of its own test images correctly; on images of other stations, seasons or cameras it may"
                        + " do worse. Its probabilities are not calibrated. Images are flagged if their score of"
                        + " unknown images is higher than that of %.1f %% of the validation images: look at these first. The score is the %s%s.",
                summary.images(),
                summary.name(),
                model.round(),
                100 * model.testAccuracy(),
                100 * input.farQuantile(),
                UnseenScores.inWords(summary.score()),
                model.unseenScore().isPresent()
                        ? ", which best noticed the classes that were held out of the model"
                        : "");
    }

    private List<Fact> facts(Predictions predictions) {
        double sure = predictions.all().stream()
                .mapToDouble(Prediction::confidence)
                .average()
                .orElse(0);
        return List.of(
                new Fact("Images", Figures.count(summary.images())),
                new Fact("Flagged", Figures.count(summary.far())),
                new Fact("Left out", Figures.count(images.manifest().leftOut().size())),
                new Fact("Classes predicted", Figures.count(summary.classes().size())),
                new Fact("Mean probability", Figures.three(sure)),
                new Fact("Threshold of the score", Figures.text("%.4f", summary.threshold())));
    }

    private List<Table> tables(Predictions predictions, List<Prediction> far) throws IOException, InterruptedException {
        List<Table> all = new ArrayList<>();
        all.add(new Table(
                "Images by predicted class, the most frequent first. EcoTaxa can import ecotaxa_predictions.tsv: it takes"
                        + " the classes as predictions that a person must validate." + reviewed(predictions),
                List.of("Class", "Images", "Flagged", "Mean probability"),
                summary.classes().stream()
                        .map(count -> List.of(
                                count.name(),
                                Figures.text("%d", count.images()),
                                Figures.text("%d", count.far()),
                                Figures.three(count.meanConfidence())))
                        .toList(),
                List.of(tables.csv(), tables.parquet(), tables.ecoTaxa(input.writeReviewed()))));
        if (!far.isEmpty()) {
            all.add(new Table(
                    "The flagged images, the highest score first.",
                    List.of("Image", "Predicted class", "Probability", "Score"),
                    far.stream()
                            .limit(FAR_ROWS)
                            .map(prediction -> List.of(
                                    prediction.image().source(),
                                    prediction.className(),
                                    Figures.three(prediction.confidence()),
                                    Figures.text("%.4f", prediction.score())))
                            .toList(),
                    List.of()));
        }
        images.unusable().ifPresent(all::add);
        return all;
    }

    private String reviewed(Predictions predictions) {
        long reviewed = predictions.all().stream().filter(Prediction::reviewed).count();
        if (reviewed == 0) {
            return "";
        }
        return input.writeReviewed()
                ? Figures.text(
                        " %,d of the objects were reviewed by a person; the import makes them predictions again.",
                        reviewed)
                : Figures.text(
                        " %,d objects that a person has validated, doubted or discarded are not in it;"
                                + " writeReviewed=true adds them.",
                        reviewed);
    }
}
