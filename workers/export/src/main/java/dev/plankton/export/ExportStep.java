package dev.plankton.export;

import dev.plankton.network.Embedder;
import dev.plankton.network.Engine;
import dev.plankton.network.FeatureHead;
import dev.plankton.network.FeatureTable;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.dataset.DatasetEmbedding;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.EmbeddingFile;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the embeddings of all images of a dataset, of every split, under one checkpoint (SPEC 10).
 *
 * <p>Reads the dataset's manifest, all its shards or the table of their features, and the checkpoint. Writes one Parquet
 * file, rows in the manifest's order. Idempotent because all that it reads is named by its digest. Its largest limitation:
 * the embeddings of the whole dataset are in memory before they are written.
 */
public final class ExportStep implements Step<ExportInput, ExportOutput> {

    @Override
    public String taskType() {
        return "plankton_export";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public Class<ExportInput> inputType() {
        return ExportInput.class;
    }

    @Override
    public Class<ExportOutput> outputType() {
        return ExportOutput.class;
    }

    @Override
    public boolean exclusive() {
        return true;
    }

    @Override
    public ExportOutput run(ExportInput input, StepContext context) throws IOException, InterruptedException {
        DatasetManifest dataset =
                context.artifacts().fetchJson(new ArtifactId(input.datasetId()), DatasetManifest.class);
        Path file = context.scratch().resolve("embeddings.parquet");
        EmbeddingFile.write(embeddings(input, dataset, context), file);
        return new ExportOutput(
                input.round(), context.publish("embeddings", file).sha256());
    }

    private static EmbeddingTable embeddings(ExportInput input, DatasetManifest dataset, StepContext context)
            throws IOException, InterruptedException {
        Path network = context.artifacts().fetch(new ArtifactId(input.checkpoint()));
        if (!input.featureTable().isBlank()) {
            FeatureTable table = FeatureTable.read(context.artifacts().fetch(new ArtifactId(input.featureTable())));
            return DatasetEmbedding.table(dataset, FeatureHead.open(network).embed(table.rows()));
        }
        Engine engine = Spelling.parse(Engine.class, "engine", input.engine());
        try (Embedder embedder = Embedder.open(network, engine)) {
            context.log("embedding %d images on %s".formatted(dataset.images().size(), Spelling.of(embedder.engine())));
            return DatasetEmbedding.embed(dataset, embedder::embed, context);
        }
    }
}
