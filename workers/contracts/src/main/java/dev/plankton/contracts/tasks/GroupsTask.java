package dev.plankton.contracts.tasks;

import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.GroupFrom;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ModelManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts new images that no class claims into groups (SPEC 13). */
public final class GroupsTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_groups",
            "Groups new images that are far from all labelled images by their embeddings.",
            Input.class,
            Output.class);

    private GroupsTask() {}

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
     * @param groupFrom which images are grouped
     * @param groups how many groups; if empty, as many as suit the classes of the model's validation images best
     * @param minimumGroupSize smaller groups are taken apart into single images
     * @param seed seed for drawing images if there are too many
     */
    public record Input(
            ArtifactId model,
            ArtifactId imported,
            SortedMap<String, PreprocessTask.Output> shards,
            int side,
            EmbeddingEngine engine,
            double farQuantile,
            GroupFrom groupFrom,
            Optional<Integer> groups,
            int minimumGroupSize,
            long seed) {
        public Input {
            Schema.check("side", side);
            Schema.check("farQuantile", farQuantile);
            groups.ifPresent(count -> Schema.check("groups", count));
            Schema.check("minimumGroupSize", minimumGroupSize);
            Schema.check("seed", seed);
            shards = Collections.unmodifiableSortedMap(new TreeMap<>(shards));
        }
    }

    /**
     * The result. Images with the same bytes count once.
     *
     * @param section a {@link ReportSection}
     * @param result the figures
     * @param images number of images that could be used
     * @param far number of these that are far from all labelled images
     * @param grouped number of images in groups
     * @param groups number of groups
     * @param leftOut number of images that could not be used
     */
    public record Output(
            ArtifactId section, ArtifactId result, int images, int far, int grouped, int groups, int leftOut) {}
}
