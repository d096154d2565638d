package dev.plankton.steps.projector;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Png;
import dev.plankton.drawing.Sprite;
import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publishes the files and explains in the report what they are and how to open them. */
final class ProjectorSection {
    private static final int IMAGES_BETWEEN_CHECKS = 500;

    private final Points points;
    private final DatasetImages images;
    private final String which;
    private final StepContext context;
    private final SectionFiles files;

    ProjectorSection(Points points, DatasetImages images, String which, StepContext context) {
        this.points = points;
        this.images = images;
        this.which = which;
        this.context = context;
        this.files = new SectionFiles(context);
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Content {
        void write(Path file) throws IOException, InterruptedException;
    }

    ReportSection write() throws IOException, InterruptedException {
        ProjectorFiles contents = new ProjectorFiles(points);
        Optional<Sprite> sprite = images.any() ? Optional.of(sprite()) : Optional.empty();
        ProjectorConfig config = new ProjectorConfig(points.size(), points.dimensions(), sprite.map(Sprite::cell));
        List<DataFile> bundle = new ArrayList<>();
        bundle.add(publish(ProjectorConfig.VECTORS, contents::vectors));
        bundle.add(publish(ProjectorConfig.METADATA, contents::metadata));
        if (sprite.isPresent()) {
            bundle.add(publish(
                    ProjectorConfig.SPRITE, file -> Png.write(sprite.get().sheet(), file)));
        }
        bundle.add(publish("projector_config.pbtxt", file -> Files.writeString(file, config.text())));
        bundle.add(publish("projector_config.json", file -> Files.writeString(file, config.json())));
        List<DataFile> arrays =
                List.of(publish("vectors.parquet", contents::parquet), publish("vectors.npy", contents::npy));
        Table projector = new Table(
                "To explore the embeddings in 3D, start \"tensorboard --logdir\" with the folder that this report was"
                        + " downloaded to and choose Projector; or open projector.tensorflow.org,"
                        + " press Load and choose vectors.tsv and metadata.tsv.",
                List.of("File", "Holds"),
                contents(sprite),
                bundle);
        Table programs = new Table(
                "For pandas, DuckDB, R and similar programs: one row per image, in the same order as above.",
                List.of("File", "Holds"),
                List.of(
                        List.of("vectors.parquet", "image, class, split, vector, predicted_class, confidence"),
                        List.of(
                                "vectors.npy",
                                "a NumPy array of %d x %d float32".formatted(points.size(), points.dimensions()))),
                arrays);
        return new ReportSection(
                "projector", "Files for other programs", summary(), facts(), List.of(), List.of(projector, programs));
    }

    private static List<List<String>> contents(Optional<Sprite> sprite) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(ProjectorConfig.VECTORS, "the embeddings, one line per image"));
        rows.add(List.of(ProjectorConfig.METADATA, String.join(", ", ProjectorFiles.METADATA)));
        sprite.ifPresent(sheet -> rows.add(List.of(
                ProjectorConfig.SPRITE, "small pictures of all images, %d pixels wide".formatted(sheet.cell()))));
        rows.add(List.of("projector_config.pbtxt, .json", "which files belong together"));
        return rows;
    }

    private String summary() {
        return Figures.text(
                "The embeddings of all %,d images under %s, for other programs, with each image's predicted"
                        + " class and its probability. The classifier was trained on the training images, so only its"
                        + " predictions for validation and test images show how good it is.",
                points.size(), which);
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("Images", Figures.count(points.size())),
                new Fact("Dimensions", Integer.toString(points.dimensions())));
    }

    private Sprite sprite() throws IOException, InterruptedException {
        Sprite sprite = Sprite.blank(points.size());
        for (int row = 0; row < points.size(); row++) {
            if (row % IMAGES_BETWEEN_CHECKS == 0) {
                context.checkCancelled();
            }
            byte[] pixels = images.pixels(points.table().images().get(row));
            sprite.put(row, new GreyImage(pixels, images.side()));
        }
        return sprite;
    }

    private DataFile publish(String name, Content content) throws IOException, InterruptedException {
        context.checkCancelled();
        Path file = files.draft(name);
        content.write(file);
        return files.publish(name, "vectors", file);
    }
}
