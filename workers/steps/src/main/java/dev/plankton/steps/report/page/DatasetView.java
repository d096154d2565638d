package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.Split;
import dev.plankton.steps.kit.Figures;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;

/** The dataset: classes and their images in each split, what was left out and why, and examples. */
final class DatasetView {
    private static final int LEFT_OUT_SHOWN = 200;

    private DatasetView() {}

    static void add(Element main, ReportContent content) {
        DatasetManifest dataset = content.dataset();
        List<Map<Split, Integer>> counts = counts(dataset);
        Element section = main.appendElement("section").attr("id", Anchors.DATASET);
        section.appendElement("h2").text("Dataset");
        section.appendElement("p").addClass("summary").text(summary(content, counts));
        Facts.add(section, facts(dataset));
        dataset.remarks().forEach(remark -> section.appendElement("p").text(remark));
        ClassTable.add(section, dataset.classes(), counts, content.datasetFiles());
        if (!dataset.leftOut().isEmpty()) {
            TableView.add(section, leftOut(dataset));
        }
        if (content.examples().isEmpty()) {
            return;
        }
        section.appendElement("h3").text("Examples");
        Element examples = section.appendElement("div").addClass("examples");
        for (int c = 0; c < content.examples().size(); c++) {
            String file = content.examples().get(c);
            Element figure = examples.appendElement("figure");
            String name = dataset.classes().get(c);
            FigureView.picture(figure, file, "Examples of " + name, content.pictureSizes());
            figure.appendElement("figcaption").text(name);
        }
    }

    /** Images of each class in each split, in the order of the classes. */
    static List<Map<Split, Integer>> counts(DatasetManifest dataset) {
        List<Map<Split, Integer>> counts = dataset.classes().stream()
                .<Map<Split, Integer>>map(name -> new EnumMap<>(Split.class))
                .toList();
        dataset.images().forEach(image -> counts.get(image.classIndex()).merge(image.split(), 1, Integer::sum));
        return counts;
    }

    private static String summary(ReportContent content, List<Map<Split, Integer>> counts) {
        DatasetManifest dataset = content.dataset();
        Comparator<Integer> bySize = Comparator.comparing(c -> ClassTable.sum(counts.get(c)));
        List<Integer> classes = IntStream.range(0, dataset.classes().size())
                .boxed()
                .sorted(bySize)
                .toList();
        int fewest = classes.getFirst();
        int most = classes.getLast();
        return "Classes have from %s (%s) to %s images (%s). %s%s"
                .formatted(
                        Figures.count(ClassTable.sum(counts.get(fewest))),
                        dataset.classes().get(fewest),
                        Figures.count(ClassTable.sum(counts.get(most))),
                        dataset.classes().get(most),
                        origin(content),
                        heldOut(dataset.unseen()));
    }

    private static String heldOut(DatasetManifest.Unseen unseen) {
        return unseen.classes().isEmpty()
                ? ""
                : " Besides these, %s of %s were held out of all this, to see what the embedding does for classes that it never saw: %s."
                        .formatted(
                                Figures.counted(unseen.images().size(), "image", "images"),
                                Figures.counted(unseen.classes().size(), "class", "classes"),
                                String.join(", ", unseen.classes()));
    }

    private static String origin(ReportContent content) {
        return switch (content.background()) {
            case Background.Trained trained ->
                "Each image was fitted into a square with sides of %d pixels, without changing its proportions. The network was trained on the training images, and the best checkpoint was chosen by the validation images. The test images were used for neither."
                        .formatted(content.dataset().side());
            case Background.Uploaded uploaded
            when content.dataset().hasPictures() ->
                "The classes and splits are those that were uploaded with the vectors.";
            case Background.Uploaded uploaded ->
                "The classes and splits are those that were uploaded with the vectors; no dataset was named, so this report shows no images.";
        };
    }

    private static List<Fact> facts(DatasetManifest dataset) {
        Map<Split, Long> images = dataset.images().stream()
                .collect(Collectors.groupingBy(DatasetManifest.Image::split, Collectors.counting()));
        return List.of(
                new Fact("Classes", Figures.count(dataset.classes().size())),
                new Fact("Images", Figures.count(dataset.images().size())),
                new Fact("Training images", count(images, Split.TRAIN)),
                new Fact("Validation images", count(images, Split.VALIDATION)),
                new Fact("Test images", count(images, Split.TEST)),
                new Fact("Left out", Figures.count(dataset.leftOut().size())));
    }

    private static String count(Map<Split, Long> images, Split split) {
        return Figures.count(images.getOrDefault(split, 0L).intValue());
    }

    private static Table leftOut(DatasetManifest dataset) {
        int all = dataset.leftOut().size();
        String caption = all <= LEFT_OUT_SHOWN
                ? "Images that were left out, and why."
                : "The first %d of %s images that were left out, and why; the others are in dataset-left-out.csv."
                        .formatted(LEFT_OUT_SHOWN, Figures.count(all));
        List<List<String>> rows = dataset.leftOut().stream()
                .limit(LEFT_OUT_SHOWN)
                .map(image -> List.of(image.source(), image.reason()))
                .toList();
        return new Table(caption, List.of("Image", "Reason"), rows, List.of());
    }
}
