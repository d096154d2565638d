package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However many shards there are, the fork is not wide, and each shard with an image is in one list. */
class ShardListsTest {
    private static final int MOST = 200;
    private static final int SMALL = 16;
    private static final int USUAL = 256;

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "5, 2", "98, 25", "800, 200", "801, 200", "5500, 200"})
    void ofUsualShardsATaskTakesSome(int shards, int tasks) {
        assertThat(lists(shards, USUAL)).hasSize(tasks);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 199, 200, 201, 399, 5500})
    void dividesShardsEvenly(int shards) {
        List<ShardList> lists = lists(shards, SMALL);
        assertThat(lists).hasSize(Math.min(MOST, shards));
        assertThat(lists.stream().flatMap(list -> list.shards().stream()))
                .extracting(ShardList.Item::shard)
                .containsExactlyElementsOf(
                        IntStream.range(0, shards).mapToObj(i -> 2 * i).toList());
        int fewest = shards / lists.size();
        assertThat(lists)
                .allMatch(
                        list -> list.shards().size() == fewest || list.shards().size() == fewest + 1);
    }

    private static List<ShardList> lists(int shards, int shardImages) {
        List<ArtifactId> sources = IntStream.range(0, 2 * shards)
                .mapToObj(i -> new ArtifactId(Json.digest("" + i)))
                .toList();
        // Every second shard has no image that is used.
        List<ImportManifest.Image> images = IntStream.range(0, 3 * shards)
                .mapToObj(i -> new ImportManifest.Image(Json.digest("image" + i), i + ".png", "a", 2 * (i / 3)))
                .toList();
        return ShardLists.of(
                new ImportManifest("bay", List.of("a"), images, List.of(), sources, List.of(), List.of(), List.of()),
                shardImages,
                MOST);
    }
}
