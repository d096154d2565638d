package dev.plankton.vectorimport;

import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.formats.DatasetManifest.Image;
import dev.plankton.runtime.formats.EmbeddingTable;
import dev.plankton.runtime.step.BadInputException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Describes the images of given vectors as a dataset of their own, with the classes and splits that were given. */
final class Pictures {
    private Pictures() {}

    /** An embedding table and the dataset that has exactly its images, in its order. */
    record Matched(EmbeddingTable table, DatasetManifest dataset) {}

    /** Images known by name alone. */
    static Matched none(String name, EmbeddingTable table) {
        List<Image> images = IntStream.range(0, table.size())
                .mapToObj(row -> new Image(
                        table.images().get(row),
                        table.images().get(row),
                        table.labels()[row],
                        table.splits()[row],
                        0,
                        0,
                        0))
                .toList();
        return new Matched(table, new DatasetManifest(name, 0, table.classes(), images, List.of(), List.of()));
    }

    /**
     * Images of a dataset, named by their key or by their source ("copepod/17.png").
     *
     * @throws BadInputException if the dataset lacks one, or one is named in both ways
     */
    static Matched of(String name, EmbeddingTable table, DatasetManifest dataset) {
        Map<String, Image> known = new HashMap<>();
        dataset.images().forEach(image -> known.put(image.source(), image));
        dataset.images().forEach(image -> known.put(image.key(), image));
        Set<String> keys = new HashSet<>();
        List<Image> images = IntStream.range(0, table.size())
                .mapToObj(row -> {
                    String given = table.images().get(row);
                    Image image = known.get(given);
                    if (image == null) {
                        throw new BadInputException(
                                "'%s' names the image '%s', which dataset %s does not hold; give the dataset that the vectors were made of, or none."
                                        .formatted(name, given, dataset.name()));
                    }
                    if (!keys.add(image.key())) {
                        throw new BadInputException(
                                "'%s' names the image '%s' twice, once by its key and once by its file."
                                        .formatted(name, image.source()));
                    }
                    return new Image(
                            image.key(),
                            image.source(),
                            table.labels()[row],
                            table.splits()[row],
                            image.width(),
                            image.height(),
                            image.shard());
                })
                .toList();
        EmbeddingTable byKey = new EmbeddingTable(
                images.stream().map(Image::key).toList(),
                table.classes(),
                table.labels(),
                table.splits(),
                table.vectors());
        return new Matched(
                byKey, new DatasetManifest(name, dataset.side(), table.classes(), images, dataset.shards(), List.of()));
    }
}
