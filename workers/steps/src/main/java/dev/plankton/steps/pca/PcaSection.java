package dev.plankton.steps.pca;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.drawing.Sprite;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.images.ImagesByKey;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Writes the report's section on the principal components and publishes the film, the points and their data. */
final class PcaSection {
    private final Scene scene;
    private final EmbeddingTable chosen;
    private final DatasetManifest dataset;
    private final StepContext context;
    private final SectionFiles files;

    PcaSection(Scene scene, EmbeddingTable chosen, DatasetManifest dataset, StepContext context) {
        this.scene = scene;
        this.chosen = chosen;
        this.dataset = dataset;
        this.context = context;
        this.files = new SectionFiles(context);
    }

    ReportSection write(int framesBetween, int turn) throws IOException, InterruptedException {
        Frames frames = new Frames(scene);
        Path film = files.draft("pca.mp4");
        Film.write(scene, frames, framesBetween, turn, film, context::checkCancelled);
        DataFile coordinates = coordinates();
        List<Figure> figures = List.of(
                points(coordinates),
                new Figure(
                        "pca.mp4",
                        "video/mp4",
                        "Each point is a test image, each colour a class; the axes stay the same throughout."
                                + (scene.trained()
                                        ? " Each checkpoint is shown for one second, then the points move to their places under the next one."
                                        : ""),
                        files.publish("pca.mp4", "film", film).artifact(),
                        List.of(coordinates)),
                files.picture(
                        "pca.png",
                        (scene.trained() ? "The last checkpoint." : "The uploaded vectors.")
                                + " The nearer the points of one class are to each other and the further from"
                                + " others, the better; the shadows on the floor show how far back a point is.",
                        frames.still(scene.last(), 2)));
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
            data.add(files.png(PointsFile.SPRITE, sprite.get().sheet()));
        }
        data.add(coordinates);
        Path script = PointsFile.of(scene, sprite, sources()).write(files.draft(PointsFile.NAME));
        DataFile points = files.publish(PointsFile.NAME, "points", script);
        return new Figure(PointsFile.NAME, Figure.POINTS, pointsCaption(), points.artifact(), data);
    }

    private String pointsCaption() {
        return "Each point is a test image, each colour a class. Drag to turn the cube"
                + (scene.trained()
                        ? "; move the slider to another checkpoint and the points move to their places under it. "
                        : ". ")
                + "Classes whose points lie together, away from other classes, are separated well.";
    }

    private String summary() {
        String which = scene.trained()
                ? "under the last checkpoint (round %d)".formatted(scene.last().round())
                : "among the uploaded vectors";
        String others = scene.trained()
                ? " The embeddings of the same images under every checkpoint were projected onto them."
                : "";
        return Figures.text(
                "The first three principal components of the embeddings of %,d test images %s explain %.0f %% of their variance.%s",
                chosen.size(), which, 100 * Arrays.stream(scene.explained()).sum(), others);
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Images shown", "%d".formatted(chosen.size())));
        facts.add(new Fact("Checkpoints", "%d".formatted(scene.checkpoints().size())));
        for (int axis = 0; axis < scene.explained().length; axis++) {
            facts.add(new Fact(
                    "Variance along component %d".formatted(axis + 1), Figures.percent(scene.explained()[axis])));
        }
        return facts;
    }

    /** The source of each chosen image. */
    private List<String> sources() {
        ImagesByKey sources = new ImagesByKey(dataset);
        return chosen.images().stream().map(sources::source).toList();
    }

    private DataFile coordinates() throws IOException, InterruptedException {
        List<String> sources = sources();
        List<List<String>> rows = new ArrayList<>();
        for (Checkpoint checkpoint : scene.checkpoints()) {
            for (int image = 0; image < chosen.size(); image++) {
                double[] point = checkpoint.points()[image];
                rows.add(List.of(
                        Integer.toString(checkpoint.round()),
                        sources.get(image),
                        chosen.classes().get(chosen.labels()[image]),
                        Figures.exact(point[0]),
                        Figures.exact(point[1]),
                        Figures.exact(point[2])));
            }
        }
        return files.csv(
                "pca.csv", List.of("round", "image", "class", "component_1", "component_2", "component_3"), rows);
    }
}
