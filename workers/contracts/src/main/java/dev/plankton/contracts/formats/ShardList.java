package dev.plankton.contracts.formats;

import dev.plankton.contracts.ids.ArtifactId;
import java.util.List;

/** The shards that one task preprocesses, stored as a JSON artifact of kind "shard-list". */
public record ShardList(List<Item> shards) {

    /**
     * @param shard position of the shard in its import
     * @param source a {@link SourceShard}
     */
    public record Item(int shard, ArtifactId source) {}

    public ShardList {
        shards = List.copyOf(shards);
    }
}
