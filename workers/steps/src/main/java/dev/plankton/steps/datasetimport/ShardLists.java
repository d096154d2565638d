package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ShardList;
import java.util.ArrayList;
import java.util.List;

/** Divides the shards of an import among tasks. */
final class ShardLists {
    private ShardLists() {}

    /** A task takes a second or more of work, or else Conductor takes longer to hand it out than a worker to do it. */
    private static final int SHARDS_EACH = 4;

    private static final int FEW_IMAGES = 64;

    /**
     * Lists of neighbouring shards, as equal in length as can be. Shards of which no image is used are in none.
     *
     * @param shardImages images in a full shard; of large shards, there are some in each list
     * @param most lists there may be
     */
    static List<ShardList> of(ImportManifest manifest, int shardImages, int most) {
        List<ShardList.Item> used = manifest.images().stream()
                .mapToInt(ImportManifest.Image::shard)
                .distinct()
                .sorted()
                .mapToObj(shard -> new ShardList.Item(shard, manifest.shards().get(shard)))
                .toList();
        int each = Math.clamp(shardImages / FEW_IMAGES, 1, SHARDS_EACH);
        int lists = Math.min(most, Math.ceilDiv(used.size(), each));
        List<ShardList> all = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            int from = Math.toIntExact((long) list * used.size() / lists);
            int to = Math.toIntExact((list + 1L) * used.size() / lists);
            all.add(new ShardList(used.subList(from, to)));
        }
        return all;
    }
}
