package dev.plankton.contracts.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A {@link DatasetManifest} as a Parquet file: one row for each usable image, in order, then one for each file that was
 * left out. The columns are image (its key), source, class, split, width, height, shard and reason; of a file that was
 * left out, only source and reason say something. Images of held-out classes follow those of the others, with the split
 * UNSEEN. Everything else is in the file's metadata under "dataset", as JSON.
 * The same dataset gives the same bytes.
 */
public final class DatasetFile {
    private static final String DATASET = "dataset";

    /** What stands for the split of an image of a held-out class. */
    public static final String UNSEEN = "UNSEEN";

    private DatasetFile() {}

    /** One row of the file; public because the Parquet library calls the accessors. */
    public record Row(
            @NotNull String image,
            @NotNull String source,
            @Alias("class") @NotNull String className,
            @NotNull String split,
            int width,
            int height,
            int shard,
            @NotNull String reason) {}

    /** What is said once of the whole dataset. */
    private record Head(
            String name,
            int side,
            List<String> classes,
            List<ArtifactId> shards,
            List<String> remarks,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unseen,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ArtifactId> pixelSizes) {
        Head(
                String name,
                int side,
                List<String> classes,
                List<ArtifactId> shards,
                List<String> remarks,
                @Nullable List<String> unseen,
                Optional<ArtifactId> pixelSizes) {
            this.name = name;
            this.side = side;
            this.classes = classes;
            this.shards = shards;
            this.remarks = remarks;
            this.unseen = unseen == null ? List.of() : unseen; // datasets of earlier versions do not say it
            this.pixelSizes = pixelSizes;
        }
    }

    public static void write(DatasetManifest dataset, Path file) throws IOException {
        DatasetManifest.Unseen unseen = dataset.unseen();
        Head head = new Head(
                dataset.name(),
                dataset.side(),
                dataset.classes(),
                dataset.shards(),
                dataset.remarks(),
                unseen.classes(),
                dataset.pixelSizes());
        ParquetRows.write(Row.class, file, Map.of(DATASET, Json.text(head)), rows -> {
            for (Image image : dataset.images()) {
                rows.add(row(image, dataset.classes(), image.split().name()));
            }
            for (Image image : unseen.images()) {
                rows.add(row(image, unseen.classes(), UNSEEN));
            }
            for (LeftOut left : dataset.leftOut()) {
                rows.add(new Row("", left.source(), "", "", 0, 0, 0, left.reason()));
            }
        });
    }

    private static Row row(Image image, List<String> classes, String split) {
        return new Row(
                image.key(),
                image.source(),
                classes.get(image.classIndex()),
                split,
                image.width(),
                image.height(),
                image.shard(),
                "");
    }

    private static Map<String, Integer> indices(List<String> classes) {
        Map<String, Integer> indices = new HashMap<>();
        classes.forEach(name -> indices.put(name, indices.size()));
        return indices;
    }

    /**
     * Reads a dataset.
     *
     * @param file written by {@link #write}, or the JSON that earlier versions wrote
     * @throws IOException if it is neither
     */
    public static DatasetManifest read(Path file) throws IOException {
        if (!ParquetRows.isParquet(file)) {
            return Json.read(Files.readAllBytes(file), DatasetManifest.class);
        }
        Head head = Json.read(ParquetRows.metadata(file, DATASET).getBytes(StandardCharsets.UTF_8), Head.class);
        Map<String, Integer> classes = indices(head.classes());
        Map<String, Integer> unseen = indices(head.unseen());
        DatasetColumns images = new DatasetColumns();
        DatasetColumns unseenImages = new DatasetColumns();
        List<LeftOut> leftOut = new ArrayList<>();
        ParquetRows.forEach(Row.class, file, row -> {
            if (!row.reason().isEmpty()) {
                leftOut.add(new LeftOut(row.source(), row.reason()));
                return;
            }
            boolean heldOut = row.split().equals(UNSEEN);
            Integer index = (heldOut ? unseen : classes).get(row.className());
            if (index == null) {
                throw new IOException("%s: class '%s' is not listed".formatted(file, row.className()));
            }
            (heldOut ? unseenImages : images)
                    .add(new Image(
                            row.image(),
                            row.source(),
                            index,
                            heldOut ? Split.TEST : Split.valueOf(row.split()),
                            row.width(),
                            row.height(),
                            row.shard()));
        });
        return new DatasetManifest(
                head.name(),
                head.side(),
                head.classes(),
                images,
                head.shards(),
                leftOut,
                head.remarks(),
                new DatasetManifest.Unseen(head.unseen(), unseenImages),
                head.pixelSizes());
    }
}
