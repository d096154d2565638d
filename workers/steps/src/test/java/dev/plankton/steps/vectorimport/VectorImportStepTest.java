package dev.plankton.steps.vectorimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingFile;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.VectorImportTask;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.DrawnEmbeddings;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorImportStepTest {
    @TempDir
    Path folder;

    private LocalContext context;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
        uploads = new Uploads(context, folder);
    }

    private VectorImportTask.Output run(Optional<ArtifactId> datasetId) throws IOException, InterruptedException {
        return context.run(new VectorImportStep(), new VectorImportTask.Input(Uploads.NAME, datasetId));
    }

    private EmbeddingTable table(VectorImportTask.Output output) throws IOException {
        return EmbeddingFile.read(context.artifacts().fetch(output.vectors()));
    }

    private DatasetManifest dataset(VectorImportTask.Output output) throws IOException, InterruptedException {
        return Datasets.read(output.datasetId(), context);
    }

    private static void assertSame(EmbeddingTable found, EmbeddingTable expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void aParquetFileKeepsItsFloats() throws Exception {
        uploads.putParquet(Uploads.table());

        VectorImportTask.Output output = run(Optional.empty());

        assertSame(table(output), Uploads.table());
        assertThat(output.images()).isEqualTo(12);
        assertThat(output.classes()).isEqualTo(2);
        assertThat(output.dimensions()).isEqualTo(3);
    }

    @Test
    void anArrayOfFloatsAndATableSayTheSame() throws Exception {
        uploads.put("a.npy", Uploads.goodNpy());
        uploads.put("a.csv", Uploads.csv());

        assertSame(table(run(Optional.empty())), Uploads.table());
    }

    @Test
    void doublesAreRounded() throws Exception {
        uploads.put("a.npy", Uploads.npy("<f8", "False", "(12, 3)", Uploads.doubles(Uploads.table())));
        uploads.put("a.csv", Uploads.csv());

        assertSame(table(run(Optional.empty())), Uploads.table());
    }

    @Test
    void withoutADatasetImagesAreKnownByNameAlone() throws Exception {
        uploads.putParquet(Uploads.table());

        DatasetManifest dataset = dataset(run(Optional.empty()));

        assertThat(dataset.hasPictures()).isFalse();
        assertThat(dataset.name()).isEqualTo(Uploads.NAME.value());
        assertThat(dataset.images())
                .extracting(DatasetManifest.Image::source)
                .containsExactlyElementsOf(Uploads.table().images());
    }

    @Test
    void imagesOfADatasetAreFoundByKeyOrFileAndTakeTheGivenClassAndSplit() throws Exception {
        DrawnDataset drawn = DrawnDataset.publish(context, 3, 4, 2, 2, 16, 1);
        EmbeddingTable full = DrawnEmbeddings.table(drawn.manifest(), 1, 4);
        List<DatasetManifest.Image> images = drawn.manifest().images();
        // every image but the last; the first is named by its file, and called a test image
        Split[] splits = full.splits().clone();
        splits[0] = Split.TEST;
        EmbeddingTable given = new EmbeddingTable(
                        images.stream()
                                .map(image -> image.equals(images.getFirst()) ? image.source() : image.key())
                                .toList(),
                        full.classes(),
                        full.labels(),
                        splits,
                        full.vectors())
                .select(row -> row < images.size() - 1);
        uploads.putParquet(given);

        VectorImportTask.Output output = run(Optional.of(drawn.id()));

        DatasetManifest dataset = dataset(output);
        assertThat(dataset.hasPictures()).isTrue();
        assertThat(dataset.images()).hasSize(images.size() - 1);
        assertThat(dataset.images().getFirst().key())
                .isEqualTo(images.getFirst().key());
        assertThat(dataset.images().getFirst().split()).isEqualTo(Split.TEST);
        assertThat(dataset.images().get(5)).isEqualTo(images.get(5));
        assertThat(table(output).images())
                .isEqualTo(dataset.images().stream()
                        .map(DatasetManifest.Image::key)
                        .toList());
    }

    @Test
    void anImageThatTheDatasetLacksIsBadInput() throws Exception {
        DrawnDataset drawn = DrawnDataset.publish(context, 2, 2, 2, 2, 16, 1);
        uploads.putParquet(Uploads.table());

        assertThatThrownBy(() -> run(Optional.of(drawn.id())))
                .isInstanceOf(BadInputException.class)
                .hasMessage("'elsewhere' names the image 'copepod/0.png', which dataset drawn does not hold; give the"
                        + " dataset that the vectors were made of, or none.");
    }

    @Test
    void anImageNamedInBothWaysIsBadInput() throws Exception {
        DrawnDataset drawn = DrawnDataset.publish(context, 2, 6, 2, 2, 16, 1);
        DatasetManifest.Image image = drawn.manifest().images().getFirst();
        EmbeddingTable good = Uploads.table();
        List<String> names = new ArrayList<>(drawn.manifest().images().stream()
                .limit(good.size())
                .map(DatasetManifest.Image::key)
                .toList());
        names.set(5, image.source());
        uploads.putParquet(new EmbeddingTable(names, good.classes(), good.labels(), good.splits(), good.vectors()));

        assertThatThrownBy(() -> run(Optional.of(drawn.id())))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("twice, once by its key and once by its file");
    }

    @Test
    void theSameFilesGiveTheSameOutputAndChangedOnesAnotherKey() throws Exception {
        uploads.putParquet(Uploads.table());
        VectorImportTask.Output first = run(Optional.empty());
        String key = context.key();
        assertThat(run(Optional.empty())).isEqualTo(first);
        assertThat(context.key()).isEqualTo(key);

        uploads.putParquet(Uploads.table().select(row -> row != 1));

        assertThat(run(Optional.empty()).images()).isEqualTo(11);
        assertThat(context.key()).isNotEqualTo(key);
    }
}
