package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.embedded.EmbeddedStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.engine.store.StoreConfig;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.engine.testing.RecordedHistory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports over the S3 protocol. */
class StoreImportTest {
    @TempDir
    private Path folder;

    @Test
    void importsLooseImagesAndArchivesFromAnS3Store() throws Exception {
        Upload upload = Upload.ofClasses(30, "copepod", "größe mit Ωmega", "a+b & c%20");
        // Ends with this JVM: stopping it fails while a client keeps a connection open.
        EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0);
        S3ObjectStore objects = new S3ObjectStore(
                new StoreConfig(store.url(), EmbeddedStore.BUCKET, store.accessKey(), store.secretKey()));
        for (Map.Entry<String, byte[]> file : upload.files().entrySet()) {
            put(objects, "datasets/loose/" + file.getKey(), file.getValue());
        }
        put(objects, "datasets/archive/plankton.tar.gz", Upload.gzip(upload.tar()));
        LocalContext context = new LocalContext(folder.resolve("context"), objects, new RecordedHistory());

        ImportManifest loose = importing("loose", context);
        assertThat(loose.classes()).containsExactly("a+b & c%20", "copepod", "größe mit Ωmega");
        assertThat(loose.images()).hasSize(90);
        assertThat(loose.leftOut()).isEmpty();
        ImportManifest archive = importing("archive", context);
        assertThat(archive.images())
                .extracting(ImportManifest.Image::key)
                .containsExactlyInAnyOrderElementsOf(
                        loose.images().stream().map(ImportManifest.Image::key).toList());
        assertThatThrownBy(() -> importing("losse", context))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("the nearest names are loose, archive");
    }

    private void put(S3ObjectStore objects, String key, byte[] bytes) throws Exception {
        objects.put(key, Files.write(folder.resolve("upload"), bytes), "application/octet-stream");
    }

    private static ImportManifest importing(String dataset, LocalContext context) throws Exception {
        DatasetImportTask.Input input = ImportInputs.of(dataset, Map.of("shardImages", 16));
        return ImportInputs.imported(context, input);
    }
}
