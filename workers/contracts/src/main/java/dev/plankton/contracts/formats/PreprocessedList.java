package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/** The preprocessed shards of a {@link ShardList}, in its order, stored as a JSON artifact of kind "preprocessed-list". */
public record PreprocessedList(List<Item> shards) {

    /**
     * @param shard position of the shard in its import
     * @param images an {@link ImageShard}
     * @param preprocessed a {@link PreprocessedShard}
     */
    public record Item(int shard, ArtifactId images, ArtifactId preprocessed) {}

    public PreprocessedList {
        shards = List.copyOf(shards);
    }
}
