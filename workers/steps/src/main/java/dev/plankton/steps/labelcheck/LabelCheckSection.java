package dev.plankton.steps.labelcheck;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.ContactSheet.Cell;
import dev.plankton.drawing.GreyImage;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import dev.plankton.steps.labelcheck.LabelCheckResult.Suspect;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the report's section on labels that are likely wrong: the words and the picture. */
final class LabelCheckSection {
    static final int SHOWN = 50;

    private static final int COLUMNS = 8;
    private static final double SIZE = 116;
    private static final int NAMED = 10;

    private final LabelCheckResult result;
    private final String embeddings;
    private final DatasetImages pictures;
    private final SuspectTables tables;
    private final SectionFiles files;

    /** @param embeddings describes the embeddings that were used, such as "the best checkpoint (round 3)" */
    LabelCheckSection(
            LabelCheckResult result,
            String embeddings,
            UploadedObjects objects,
            DatasetImages pictures,
            SectionFiles files) {
        this.result = result;
        this.embeddings = embeddings;
        this.pictures = pictures;
        this.tables = new SuspectTables(result.errors(), objects, files);
        this.files = files;
    }

    ReportSection write() throws IOException, InterruptedException {
        return new ReportSection(
                "labels",
                "Labels that may be wrong",
                String.join(" ", sentences()),
                facts(),
                figures(),
                result.errors().isEmpty() ? List.of() : tables.write());
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (result.checked() == 0) {
            sentences.add(
                    "No label was checked: that takes two classes with at least two training and validation images each.");
        } else {
            sentences.add(Figures.text(
                    "The labels of %s were compared with what the other images say under %s. The images were divided into %d parts;"
                            + " those of each part were judged by a classifier that was trained on the other parts, and by up to %d"
                            + " nearest images in them. A label is likely wrong if the classifier gives another class a probability"
                            + " that is at least the mean for images with that other label, and higher than that of the label"
                            + " itself, and more than half of the nearest images are of the same other class. That is so for %s.",
                    Figures.counted(result.checked(), "training or validation image", "training and validation images"),
                    embeddings,
                    CrossValidation.FOLDS,
                    CrossValidation.NEIGHBOURS,
                    Figures.counted(result.errors().size(), "image", "images")));
            sentences.add(
                    "A proposed class is a reason to look at the image, not a correction; nothing was relabelled.");
            sentences.add("An embedding that was trained with wrong labels may have learnt them by heart;"
                    + " such errors are missed here, so a label that is not listed may be wrong, too.");
            sentences.add(
                    "Rare classes are hardly ever proposed, because few images cannot be more than half of the nearest.");
        }
        if (result.sampled()) {
            sentences.add(Figures.text(
                    "The dataset has %,d such images; those that were checked are the same share of each class, drawn at random.",
                    result.labelled()));
        }
        if (!result.alone().isEmpty()) {
            sentences.add(alone());
        }
        return sentences;
    }

    private String alone() {
        List<String> named =
                result.alone().subList(0, Math.min(NAMED, result.alone().size()));
        int further = result.alone().size() - named.size();
        return "%s only one such image, which cannot be checked: %s%s."
                .formatted(
                        Figures.counted(result.alone().size(), "class has", "classes have"),
                        String.join(", ", named),
                        further == 0 ? "" : " and %d more".formatted(further));
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Labels checked", Figures.text("%,d of %,d", result.checked(), result.labelled())));
        if (result.checked() > 0) {
            facts.add(new Fact(
                    "Likely wrong",
                    "%s (%s)"
                            .formatted(
                                    Figures.count(result.errors().size()),
                                    Figures.percent(result.errors().size() / (double) result.checked()))));
        }
        tables.pairs().stream()
                .findFirst()
                .ifPresent(pair -> facts.add(new Fact(
                        "Most often",
                        "%s → %s (%s)".formatted(pair.given(), pair.proposed(), Figures.count(pair.images())))));
        return facts;
    }

    private List<Figure> figures() throws IOException, InterruptedException {
        if (result.errors().isEmpty() || !pictures.any()) {
            return List.of();
        }
        return List.of(files.picture(
                "likely-label-errors.png",
                Figures.text(
                        "%s whose label is likely wrong, the largest difference of the two probabilities first: given class →"
                                + " proposed class, with the probability of the proposed class. Look at each and decide.",
                        result.errors().size() > SHOWN
                                ? Figures.text(
                                        "The first %d of %,d images",
                                        SHOWN, result.errors().size())
                                : Figures.counted(result.errors().size(), "image", "images")),
                picture()));
    }

    private BufferedImage picture() throws IOException, InterruptedException {
        List<Cell> cells = new ArrayList<>();
        for (Suspect suspect :
                result.errors().subList(0, Math.min(SHOWN, result.errors().size()))) {
            cells.add(new Cell(
                    new GreyImage(pictures.pixels(suspect.image()), pictures.side()),
                    List.of(
                            suspect.given() + " →",
                            suspect.proposed(),
                            Figures.text("%.0f %%", 100 * suspect.probability()))));
        }
        return new ContactSheet("", cells).draw(Math.min(COLUMNS, cells.size()), SIZE);
    }
}
