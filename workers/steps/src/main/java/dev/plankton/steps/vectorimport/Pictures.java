package dev.plankton.steps.vectorimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.Image;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.ids.UploadName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes a dataset of the images of uploaded vectors, with the classes and splits that were uploaded. */
final class Pictures {
    private Pictures() {}

    /** An embedding table and the dataset that has exactly its images, in the same order. */
    record Matched(EmbeddingTable table, DatasetManifest dataset) {}

    /** Images of which only the names are known. */
    static Matched none(UploadName name, EmbeddingTable table) {
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
        return new Matched(table, new DatasetManifest(name.value(), 0, table.classes(), images, List.of(), List.of()));
    }

    /**
     * Images of a dataset, named by their key or by their source ("copepod/17.png").
     *
     * @throws BadInputException if the dataset does not have an image, or an image is named in both ways
     */
    static Matched of(UploadName name, EmbeddingTable table, DatasetManifest dataset) {
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
                byKey,
                new DatasetManifest(name.value(), dataset.side(), table.classes(), images, dataset.shards(), List.of())
                        .withPixelSizes(dataset.pixelSizes()));
    }
}
