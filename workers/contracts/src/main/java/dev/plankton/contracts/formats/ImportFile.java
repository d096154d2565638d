package dev.plankton.contracts.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.jerolba.carpet.annotation.Alias;
import com.jerolba.carpet.annotation.NotNull;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest.Copy;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An {@link ImportManifest} as a Parquet file with one row for each of its entries: the images in order, the copies, and
 * the files that were left out or set aside. The columns are use (which of these it is), image (its key), source,
 * class, shard, split, object_id, status and reason; what does not apply is blank. Everything else is in the file's
 * metadata under "import", as JSON. The same import gives the same bytes.
 */
public final class ImportFile {
    private static final String IMPORT = "import";

    private ImportFile() {}

    private enum Use {
        IMAGE,
        COPY,
        LEFT_OUT,
        SET_ASIDE
    }

    /** One row of the file; public because the Parquet library calls the accessors. */
    public record Row(
            @NotNull String use,
            @NotNull String image,
            @NotNull String source,
            @Alias("class") @NotNull String className,
            int shard,
            @NotNull String split,
            @Alias("object_id") @NotNull String objectId,
            @NotNull String status,
            @NotNull String reason) {}

    private record Head(
            String dataset,
            List<String> classes,
            List<ArtifactId> shards,
            List<String> remarks,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ArtifactId> pixelSizes) {}

    public static void write(ImportManifest manifest, Path file) throws IOException {
        Head head = new Head(
                manifest.dataset(), manifest.classes(), manifest.shards(), manifest.remarks(), manifest.pixelSizes());
        ParquetRows.write(Row.class, file, Map.of(IMPORT, Json.text(head)), rows -> {
            for (Image image : manifest.images()) {
                rows.add(new Row(
                        Use.IMAGE.name(),
                        image.key(),
                        image.source(),
                        image.className(),
                        image.shard(),
                        image.split().map(Split::name).orElse(""),
                        image.object().objectId(),
                        image.object().status(),
                        ""));
            }
            for (Copy copy : manifest.copies()) {
                UploadedObject object = copy.object();
                rows.add(new Row(
                        Use.COPY.name(), copy.key(), copy.source(), "", 0, "", object.objectId(), object.status(), ""));
            }
            for (LeftOut left : manifest.leftOut()) {
                rows.add(listed(Use.LEFT_OUT, left));
            }
            for (LeftOut aside : manifest.setAside()) {
                rows.add(listed(Use.SET_ASIDE, aside));
            }
        });
    }

    private static Row listed(Use use, LeftOut file) {
        return new Row(use.name(), "", file.source(), "", 0, "", "", "", file.reason());
    }

    /** @throws IOException if the file was not written by {@link #write} */
    public static ImportManifest read(Path file) throws IOException {
        Head head = Json.read(ParquetRows.metadata(file, IMPORT).getBytes(StandardCharsets.UTF_8), Head.class);
        ImportColumns images = new ImportColumns();
        List<Copy> copies = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        List<LeftOut> setAside = new ArrayList<>();
        ParquetRows.forEach(Row.class, file, row -> {
            UploadedObject object = new UploadedObject(row.objectId(), row.status());
            switch (Use.valueOf(row.use())) {
                case IMAGE ->
                    images.add(new Image(
                            row.image(),
                            row.source(),
                            row.className(),
                            row.shard(),
                            row.split().isEmpty() ? Optional.empty() : Optional.of(Split.valueOf(row.split())),
                            object));
                case COPY -> copies.add(new Copy(row.image(), row.source(), object));
                case LEFT_OUT -> leftOut.add(new LeftOut(row.source(), row.reason()));
                case SET_ASIDE -> setAside.add(new LeftOut(row.source(), row.reason()));
            }
        });
        return new ImportManifest(
                head.dataset(),
                head.classes(),
                images,
                copies,
                head.shards(),
                leftOut,
                setAside,
                head.remarks(),
                head.pixelSizes());
    }
}
