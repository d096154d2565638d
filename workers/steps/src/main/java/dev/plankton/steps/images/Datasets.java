package dev.plankton.steps.images;

import dev.plankton.contracts.formats.DatasetFile;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ImportFile;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads and writes the lists of images that are artifacts. */
public final class Datasets {
    /** The kind of artifact that an {@link ImportManifest} is. */
    public static final String IMPORT = "import";

    private Datasets() {}

    /** @param dataset a {@link DatasetManifest}. Its pixel sizes also count as used: a later step may need them */
    public static DatasetManifest read(ArtifactId dataset, StepContext context)
            throws IOException, InterruptedException {
        DatasetManifest manifest = DatasetFile.read(context.artifacts().fetch(dataset));
        manifest.pixelSizes().ifPresent(context.artifacts()::uses);
        return manifest;
    }

    /** Publishes a dataset. @return the dataset id */
    public static ArtifactId publish(DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(context.scratch(), "dataset-", ".parquet");
        DatasetFile.write(dataset, file);
        return context.publish("dataset", file);
    }

    /** @param imported an {@link ImportManifest} */
    public static ImportManifest readImport(ArtifactId imported, StepContext context)
            throws IOException, InterruptedException {
        ImportManifest manifest = ImportFile.read(context.artifacts().fetch(imported));
        manifest.pixelSizes().ifPresent(context.artifacts()::uses);
        return manifest;
    }

    /** Publishes an import. */
    public static ArtifactId publish(ImportManifest imported, StepContext context)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile(context.scratch(), "import-", ".parquet");
        ImportFile.write(imported, file);
        return context.publish(IMPORT, file);
    }
}
