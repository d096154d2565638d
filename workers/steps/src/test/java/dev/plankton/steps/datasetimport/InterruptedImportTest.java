package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.engine.store.ObjectStore;
import dev.plankton.engine.testing.FolderObjects;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An import reads what it needs from the store, once, and goes on where it was interrupted. */
class InterruptedImportTest {
    private static final int IMAGES = 60;
    private static final int SHARD = 4;

    @TempDir
    private Path folder;

    private BrokenStore store;
    private LocalContext context;
    private Upload upload;

    @BeforeEach
    void open() throws IOException {
        store = new BrokenStore(new FolderObjects(folder.resolve("store")));
        context = new LocalContext(folder, store, new RecordedHistory());
        upload = Upload.ofClasses(IMAGES / 2, "copepod", "egg").with("egg/again.png", Upload.png(0));
    }

    /** @return its length */
    private long put(String kind) throws IOException {
        switch (kind) {
            case "tar" -> Upload.put(context, "datasets/demo/a.tar", upload.tar());
            case "tar.gz" -> Upload.put(context, "datasets/demo/a.tar.gz", Upload.gzip(upload.tar()));
            case "zip" -> Upload.put(context, "datasets/demo/a.zip", upload.zip());
            case "loose" -> upload.putLoose(context, "demo");
            default -> throw new IllegalArgumentException(kind);
        }
        return store.list("datasets/demo/").stream()
                .mapToLong(ObjectStore.StoredObject::bytes)
                .sum();
    }

    private ImportManifest importing() throws Exception {
        return ImportInputs.imported(context, ImportInputs.of("demo", Map.of("shardImages", SHARD)));
    }

    private long shardsPublished() {
        return context.history().all(RecordedHistory.Published.class).stream()
                .filter(published -> published.kind().equals("source-shard"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "tar.gz", "loose"})
    void packsNoShardTwice(String kind) throws Exception {
        long bytes = put(kind);
        store.breakAfter(bytes / 2 + (kind.equals("loose") ? 0 : 2 * Math.min(bytes, ArchiveBytes.FIRST)));
        assertThatThrownBy(this::importing).hasMessageContaining("the connection broke");
        long before = shardsPublished();
        assertThat(before).isBetween(2L, IMAGES / SHARD - 2L);
        store.breakAfter(Long.MAX_VALUE);
        ImportManifest resumed = importing();
        assertThat(shardsPublished()).isEqualTo(IMAGES / SHARD);
        LocalContext undisturbed = new LocalContext(folder.resolve("other"), store, new RecordedHistory());
        DatasetImportTask.Output output =
                undisturbed.run(new DatasetImportStep(), ImportInputs.of("demo", Map.of("shardImages", SHARD)));
        assertThat(resumed).isEqualTo(Datasets.readImport(output.imported(), undisturbed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tar", "tar.gz"})
    void readsOnWhereAConnectionBroke(String kind) throws Exception {
        put(kind);
        store.breakConnectionsAfter(1000);
        assertThat(importing().images()).hasSize(IMAGES - 1);
    }

    @Test
    void readsATarOnce() throws Exception {
        put("tar");
        importing();
        assertThat(store.read()).isLessThan(upload.tar().length + 4 * ArchiveBytes.FIRST);
    }

    @Test
    void readsOfAZipOnlyWhatItNeeds() throws Exception {
        byte[] film = new byte[20_000_000];
        new Random(1).nextBytes(film);
        upload.with("film.avi", film);
        put("zip");
        importing();
        assertThat(store.read()).isLessThan(18_000_000);
    }

    @Test
    void aTableMayFollowItsImages() throws Exception {
        Upload zoo = new Upload();
        StringBuilder table = new StringBuilder("objid,taxon\n");
        for (int i = 0; i < 12; i++) {
            String taxon = i % 2 == 0 ? "Acartia" : "egg";
            zoo.with("z/imgs/%s/%d.png".formatted(taxon, i), Upload.png(i));
            table.append(i).append(',').append(taxon).append('\n');
        }
        zoo.with("z/taxa.csv", table.toString());
        Upload.put(context, "datasets/zoo/z.tar", zoo.tar());
        DatasetImportTask.Output output =
                context.run(new DatasetImportStep(), ImportInputs.of("zoo", Layout.ZOOSCANNET, true));
        assertThat(Datasets.readImport(output.imported(), context).images())
                .hasSize(12)
                .allMatch(image -> image.source().contains("/" + image.className() + "/"));
    }
}
