package dev.plankton.network.embedding;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.network.checkpoint.FeatureHead;
import dev.plankton.network.engine.Embedder;
import dev.plankton.network.engine.FeatureExtractor;
import java.util.List;

/** A trained head on the features of a backbone that was not trained with it. It owns the backbone. */
record HeadOnBackbone(FeatureExtractor backbone, FeatureHead head, int dimensions) implements Embedder {

    @Override
    public EmbeddingEngine engine() {
        return EmbeddingEngine.ONNX_RUNTIME;
    }

    @Override
    public float[][] embed(List<byte[]> images, int side) {
        return head.embed(backbone.features(images, side));
    }

    @Override
    public void close() {
        backbone.close();
    }
}
