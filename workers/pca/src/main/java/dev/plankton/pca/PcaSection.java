package dev.plankton.pca;

import dev.plankton.drawing.Png;
import dev.plankton.drawing.Sprite;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Publishes the film and what is behind it, and puts them into words. */
final class PcaSection {
    private final Scene scene;
    private final EmbeddingTable chosen;
    private final DatasetManifest dataset;
    private final StepContext context;

    PcaSection(Scene scene, EmbeddingTable chosen, DatasetManifest dataset, StepContext context) {
        this.scene = scene;
        this.chosen = chosen;
        this.dataset = dataset;
        this.context = context;
    }

    ReportSection write(int framesBetween, int turn) throws IOException, InterruptedException {
        Frames frames = new Frames(scene);
        Path film = context.scratch().resolve("pca.mp4");
        Film.write(scene, frames, framesBetween, turn, film, context::checkCancelled);
        Path still = Png.write(frames.still(scene.last(), 2), context.scratch().resolve("pca.png"));
        DataFile coordinates = coordinates();
        List<Figure> figures = List.of(
                points(coordinates),
                new Figure(
                        "pca.mp4",
                        "video/mp4",
                        "Each point is a test image, each colour a class; the axes stay the same throughout."
                                + (scene.trained()
                                        ? " Each checkpoint stands for a second, then the points move to where the next one has them."
                                        : ""),
                        context.publish("film", film),
                        List.of(coordinates)),
                new Figure(
                        "pca.png",
                        "image/png",
                        (scene.trained() ? "The last checkpoint." : "The given vectors.")
                                + " The nearer the points of one class are to each other and the further from"
                                + " others, the better; the shadows on the floor show how far back a point is.",
                        context.publish("picture", still),
                        List.of()));
        return new ReportSection(
                "pca", "Principal components over the checkpoints", summary(), facts(), figures, List.of());
    }

    private Figure points(DataFile coordinates) throws IOException, InterruptedException {
        Optional<Sprite> sprite;
        try (DatasetImages images = new DatasetImages(dataset, context.artifacts())) {
            sprite = PointsFile.pictures(chosen.images(), images);
        }
        List<DataFile> data = new ArrayList<>();
        if (sprite.isPresent()) {
            Path sheet = Png.write(sprite.get().sheet(), context.scratch().resolve(PointsFile.SPRITE));
            data.add(new DataFile(PointsFile.SPRITE, context.publish("picture", sheet)));
        }
        data.add(coordinates);
        Path script =
                PointsFile.of(scene, sprite, sources()).write(context.scratch().resolve(PointsFile.NAME));
        return new Figure(PointsFile.NAME, Figure.POINTS, pointsCaption(), context.publish("points", script), data);
    }

    private String pointsCaption() {
        return "Each point is a test image, each colour a class. Drag to turn the cube"
                + (scene.trained()
                        ? "; move the slider to another checkpoint and the points move to where that one has them. "
                        : ". ")
                + "Points of one class that lie together, away from others, are told apart well.";
    }

    private String summary() {
        String which = scene.trained()
                ? "under the last checkpoint (round %d)".formatted(scene.last().round())
                : "among the given vectors";
        String others = scene.trained()
                ? " The embeddings of the same images under every checkpoint were projected onto them."
                : "";
        return String.format(
                Locale.ROOT,
                "The three directions in which the embeddings of %,d test images vary most %s hold %.0f %% of their variance.%s",
                chosen.size(),
                which,
                100 * Arrays.stream(scene.explained()).sum(),
                others);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Images shown", "%d".formatted(chosen.size())));
        facts.add(new Fact("Checkpoints", "%d".formatted(scene.checkpoints().size())));
        for (int axis = 0; axis < scene.explained().length; axis++) {
            facts.add(new Fact(
                    "Variance along component %d".formatted(axis + 1),
                    String.format(Locale.ROOT, "%.1f %%", 100 * scene.explained()[axis])));
        }
        return facts;
    }

    /** Where each of the chosen images came from. */
    private List<String> sources() {
        Map<String, String> sources = dataset.images().stream()
                .collect(Collectors.toMap(DatasetManifest.Image::key, DatasetManifest.Image::source));
        return chosen.images().stream()
                .map(key -> sources.getOrDefault(key, ""))
                .toList();
    }

    private DataFile coordinates() throws IOException, InterruptedException {
        List<String> sources = sources();
        Path path = context.scratch().resolve("pca.csv");
        try (CsvFile csv =
                new CsvFile(path, List.of("round", "image", "class", "component_1", "component_2", "component_3"))) {
            for (Checkpoint checkpoint : scene.checkpoints()) {
                for (int image = 0; image < chosen.size(); image++) {
                    double[] point = checkpoint.points()[image];
                    csv.row(List.of(
                            Integer.toString(checkpoint.round()),
                            sources.get(image),
                            chosen.classes().get(chosen.labels()[image]),
                            Double.toString(point[0]),
                            Double.toString(point[1]),
                            Double.toString(point[2])));
                }
            }
        }
        return new DataFile("pca.csv", context.publish("table", path));
    }
}
