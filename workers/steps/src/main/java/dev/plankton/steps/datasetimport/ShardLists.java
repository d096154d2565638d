package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ShardList;
import java.util.ArrayList;
import java.util.List;

/** Divides the shards of an import among tasks. */
final class ShardLists {
    private ShardLists() {}

    /**
     * Lists of neighbouring shards, as equal in length as can be. Shards of which no image is used are in none.
     *
     * @param most lists there may be
     */
    static List<ShardList> of(ImportManifest manifest, int most) {
        List<ShardList.Item> used = manifest.images().stream()
                .mapToInt(ImportManifest.Image::shard)
                .distinct()
                .sorted()
                .mapToObj(shard -> new ShardList.Item(shard, manifest.shards().get(shard)))
                .toList();
        int lists = Math.min(most, used.size());
        List<ShardList> all = new ArrayList<>();
        for (int list = 0; list < lists; list++) {
            int from = Math.toIntExact((long) list * used.size() / lists);
            int to = Math.toIntExact((list + 1L) * used.size() / lists);
            all.add(new ShardList(used.subList(from, to)));
        }
        return all;
    }
}
