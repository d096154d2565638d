package dev.plankton.projector;

import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Png;
import dev.plankton.drawing.Sprite;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.ReportSection.Table;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Publishes the files and says in the report what they are and how to open them. */
final class ProjectorSection {
    private static final int IMAGES_BETWEEN_CHECKS = 500;

    private final Points points;
    private final DatasetImages images;
    private final String which;
    private final StepContext context;

    ProjectorSection(Points points, DatasetImages images, String which, StepContext context) {
        this.points = points;
        this.images = images;
        this.which = which;
        this.context = context;
    }

    /** Writes one file. */
    @FunctionalInterface
    private interface Content {
        void write(Path file) throws IOException, InterruptedException;
    }

    ReportSection write() throws IOException, InterruptedException {
        ProjectorFiles files = new ProjectorFiles(points);
        Optional<Sprite> sprite = images.any() ? Optional.of(sprite()) : Optional.empty();
        ProjectorConfig config = new ProjectorConfig(points.size(), points.dimensions(), sprite.map(Sprite::cell));
        List<DataFile> bundle = new ArrayList<>();
        bundle.add(publish(ProjectorConfig.VECTORS, files::vectors));
        bundle.add(publish(ProjectorConfig.METADATA, files::metadata));
        if (sprite.isPresent()) {
            bundle.add(publish(
                    ProjectorConfig.SPRITE, file -> Png.write(sprite.get().sheet(), file)));
        }
        bundle.add(publish("projector_config.pbtxt", file -> Files.writeString(file, config.text())));
        bundle.add(publish("projector_config.json", file -> Files.writeString(file, config.json())));
        List<DataFile> arrays = List.of(publish("vectors.parquet", files::parquet), publish("vectors.npy", files::npy));
        Table projector = new Table(
                "To walk through the embeddings in space, start \"tensorboard --logdir\" with the folder that this report was"
                        + " downloaded to and choose Projector; or open projector.tensorflow.org,"
                        + " press Load and choose vectors.tsv and metadata.tsv.",
                List.of("File", "Holds"),
                contents(sprite),
                bundle);
        Table programs = new Table(
                "For pandas, DuckDB, R and the like: one row an image, in the same order as above.",
                List.of("File", "Holds"),
                List.of(
                        List.of("vectors.parquet", "image, class, split, vector, predicted_class, confidence"),
                        List.of(
                                "vectors.npy",
                                "a NumPy array of %d x %d float32".formatted(points.size(), points.dimensions()))),
                arrays);
        return new ReportSection(
                "projector", "Explore elsewhere", summary(), facts(), List.of(), List.of(projector, programs));
    }

    private static List<List<String>> contents(Optional<Sprite> sprite) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(ProjectorConfig.VECTORS, "the embeddings, a line an image"));
        rows.add(List.of(ProjectorConfig.METADATA, String.join(", ", ProjectorFiles.METADATA)));
        sprite.ifPresent(sheet -> rows.add(List.of(
                ProjectorConfig.SPRITE, "all images for the points, %d pixels a side".formatted(sheet.cell()))));
        rows.add(List.of("projector_config.pbtxt, .json", "which files belong together"));
        return rows;
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "The embeddings of all %,d images under %s, for other programs, with the class that"
                        + " the classifier names for each and its probability. It has learnt the training images, so that"
                        + " only those of validation and test images say how well it does.",
                points.size(),
                which);
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("Images", String.format(Locale.ROOT, "%,d", points.size())),
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
        Path file = context.scratch().resolve(name);
        content.write(file);
        return new DataFile(name, context.publish("vectors", file));
    }
}
