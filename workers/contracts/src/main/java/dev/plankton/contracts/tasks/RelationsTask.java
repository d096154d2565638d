package dev.plankton.contracts.tasks;

import dev.plankton.contracts.formats.EmbeddingsManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.Schema;

/** Searches for vector relations between images (SPEC 8). */
public final class RelationsTask {
    public static final TaskType<Input, Output> TYPE = TaskType.of(
            "plankton_relations",
            "Searches for pairs of images that differ in the same way.",
            Input.class,
            Output.class);

    private RelationsTask() {}

    /**
     * What to search.
     *
     * @param embeddings an {@link EmbeddingsManifest}
     * @param relationsEpsilon largest distance of two similar differences, exclusive
     * @param relationsBest how many relations to keep
     * @param relationsWithinClass whether a difference may join two images of one class
     * @param relationsMaxImages maximum number of test images to search
     * @param seed seed for drawing the images if there are more
     */
    public record Input(
            ArtifactId embeddings,
            double relationsEpsilon,
            int relationsBest,
            boolean relationsWithinClass,
            int relationsMaxImages,
            long seed) {
        public Input {
            Schema.check("relationsEpsilon", relationsEpsilon);
            Schema.check("relationsBest", relationsBest);
            Schema.check("relationsMaxImages", relationsMaxImages);
            Schema.check("seed", seed);
        }
    }

    /**
     * What was found.
     *
     * @param section a {@link ReportSection}
     * @param found how many relations of four different images were kept
     */
    public record Output(ArtifactId section, int found) {}
}
