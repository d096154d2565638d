package dev.plankton.contracts.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written comes back, and the same content gives the same bytes, and so the same id. */
class DatasetFilesTest {
    private static final List<String> CLASSES = List.of("Acartia", "egg<other", "größe, mit \"Ω\"");
    private static final List<ArtifactId> SHARDS =
            List.of(new ArtifactId(Json.digest("one")), new ArtifactId(Json.digest("two")));

    @TempDir
    private Path folder;

    private static DatasetManifest dataset(int images) {
        Random random = new Random(7);
        return new DatasetManifest(
                "bay",
                64,
                CLASSES,
                IntStream.range(0, images)
                        .mapToObj(i -> new DatasetManifest.Image(
                                Json.digest("" + i),
                                "a/%d.png".formatted(i),
                                3 * i / images,
                                Split.values()[random.nextInt(3)],
                                random.nextInt(1000),
                                random.nextInt(1000),
                                2 * i / images))
                        .toList(),
                SHARDS,
                List.of(new LeftOut("a/x.png", "is empty"), new LeftOut("b/y.png", "is no image")),
                List.of("A remark."),
                DatasetManifest.Unseen.NONE,
                images > 1 ? Optional.of(SHARDS.getFirst()) : Optional.empty());
    }

    /** Otherwise every dataset would get another id, and all that was made of it would be made again. */
    @Test
    void aDatasetWithoutPixelSizesSaysNothingOfThem() throws IOException {
        Path file = folder.resolve("dataset");
        DatasetFile.write(dataset(1), file);
        assertThat(ParquetRows.metadata(file, "dataset")).doesNotContain("pixelSizes");
        DatasetFile.write(dataset(2), file);
        assertThat(ParquetRows.metadata(file, "dataset")).contains("pixelSizes");
    }

    @Test
    void pixelSizesComeBack() throws IOException {
        Path file = folder.resolve("pixel-sizes");
        SizeUnit unit = new SizeUnit("acq_pixel");
        PixelSizeTable.write(unit, List.of(Json.digest("one"), Json.digest("two")), List.of(0.073, 10.6), file);
        PixelSizeTable table = PixelSizeTable.read(file);
        assertThat(table.unit()).isEqualTo(unit);
        assertThat(table.of(Json.digest("one"))).hasValue(0.073);
        assertThat(table.of(Json.digest("two"))).hasValue(10.6);
        assertThat(table.of(Json.digest("three"))).isEmpty();
    }

    @Test
    void aDatasetComesBack() throws IOException {
        Path file = folder.resolve("dataset");
        for (int images : new int[] {0, 1, 5000}) {
            DatasetFile.write(dataset(images), file);
            assertThat(DatasetFile.read(file)).isEqualTo(dataset(images));
        }
    }

    @Test
    void theSameDatasetHasTheSameBytes() throws IOException {
        Path one = folder.resolve("one");
        Path another = folder.resolve("another");
        DatasetFile.write(dataset(1000), one);
        DatasetFile.write(DatasetFile.read(one), another);
        assertThat(another).hasSameBinaryContentAs(one);
    }

    @Test
    void aDatasetOfEarlierVersionsIsRead() throws IOException {
        Path file = Files.write(folder.resolve("json"), Json.write(dataset(100)));
        assertThat(DatasetFile.read(file)).isEqualTo(dataset(100));
    }

    @Test
    void otherFilesAreNoDatasets() throws IOException {
        Path whole = folder.resolve("whole");
        DatasetFile.write(dataset(1000), whole);
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> DatasetFile.read(half)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> ImportFile.read(whole))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("does not say its import");
    }

    @Test
    void anImportComesBack() throws IOException {
        ImportManifest manifest = new ImportManifest(
                "bay",
                CLASSES,
                IntStream.range(0, 3000)
                        .mapToObj(i -> new ImportManifest.Image(
                                Json.digest("" + i),
                                "a/%d.png".formatted(i),
                                CLASSES.get(i % 3),
                                i / 1500,
                                i % 4 == 3 ? Optional.empty() : Optional.of(Split.values()[i % 4]),
                                i % 5 == 0 ? UploadedObject.UNNAMED : new UploadedObject("o" + i, "validated")))
                        .toList(),
                List.of(new ImportManifest.Copy(Json.digest("7"), "b/7.png", new UploadedObject("other", "predicted"))),
                SHARDS,
                List.of(new LeftOut("a/x.png", "is empty")),
                List.of(new LeftOut("notes.txt", "is not an image")),
                List.of("A remark."),
                Optional.of(SHARDS.getFirst()));
        Path file = folder.resolve("import");
        ImportFile.write(manifest, file);
        assertThat(ImportFile.read(file)).isEqualTo(manifest);
        Path again = folder.resolve("again");
        ImportFile.write(ImportFile.read(file), again);
        assertThat(again).hasSameBinaryContentAs(file);
    }
}
