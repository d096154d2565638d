package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Classifies new images with a model. */
public final class PredictTask {
    public static final TaskType<Input, Output> TYPE =
            TaskType.of("plankton_predict", "Classifies new images with a model.", Input.class, Output.class);

    private PredictTask() {}

    /**
     * New images and a model.
     *
     * @param model a {@link ModelManifest}
     * @param imported an {@link ImportManifest} of images without labels
     * @param shards the preprocessed shards, by task reference name
     * @param side height and width of the preprocessed images in pixels
     * @param engine the library that computes embeddings
     * @param farQuantile share of the model's validation images that are not flagged; new images with a higher score
     *     are
     * @param writeReviewed whether the table for EcoTaxa also has objects that a person has reviewed
     * @param sheetImages maximum number of images on the contact sheet of a class
     */
    public record Input(
            ArtifactId model,
            ArtifactId imported,
            SortedMap<String, PreprocessTask.Output> shards,
            int side,
            EmbeddingEngine engine,
            double farQuantile,
            boolean writeReviewed,
            int sheetImages) {
        public Input {
            Schema.check("side", side);
            Schema.check("farQuantile", farQuantile);
            Schema.check("sheetImages", sheetImages);
            shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        }
    }

    /**
     * The result.
     *
     * @param section a {@link ReportSection}
     * @param result the figures
     * @param images number of objects that were classified; objects with the same image each count
     * @param far number of these that are flagged
     * @param leftOut number of images that could not be used
     */
    public record Output(ArtifactId section, ArtifactId result, int images, int far, int leftOut) {}
}
