package dev.plankton.steps.newimages;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.engine.step.StepContext;
import dev.plankton.network.embedding.Embedders;
import dev.plankton.network.engine.Embedder;
import dev.plankton.steps.images.DatasetEmbedding;
import java.io.IOException;
import java.nio.file.Path;

/** Embeds new images with the network of a model. */
public final class ModelEmbedding {
    private ModelEmbedding() {}

    /** @return shape images x dimensions, in the order of the manifest */
    public static float[][] embed(
            ModelManifest model, EmbeddingEngine engine, NewImages images, Embedders embedders, StepContext context)
            throws IOException, InterruptedException {
        Path network = context.artifacts().fetch(model.checkpoint());
        try (Embedder embedder = embedders.open(network, engine, context.artifacts()::fetch)) {
            return DatasetEmbedding.embed(images.manifest(), embedder::embed, context)
                    .vectors();
        }
    }
}
