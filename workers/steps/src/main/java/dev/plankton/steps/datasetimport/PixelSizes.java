package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.columns.TextColumn;
import dev.plankton.contracts.formats.PixelSizeTable;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The pixel sizes of the images that are used, as EcoTaxa's tables give them. */
final class PixelSizes {
    private static final int NAMED = 10;
    /** A table whose rows all differ need not be remembered to say that there are several sizes. */
    private static final int MOST_DIFFERENT = 1000;

    private final SortedMap<SizeUnit, SortedSet<BigDecimal>> different =
            new TreeMap<>(Comparator.comparing(SizeUnit::column));
    private final TextColumn keys = new TextColumn();
    private final List<Double> sizes = new ArrayList<>();
    private long unknown;

    /** @param key each once */
    void add(String key, Optional<PixelSize> size) {
        if (size.isEmpty()) {
            unknown++;
            return;
        }
        PixelSize known = size.get();
        keys.add(key);
        sizes.add(known.value().doubleValue());
        SortedSet<BigDecimal> found = different.computeIfAbsent(known.unit(), unit -> new TreeSet<>());
        if (found.size() < MOST_DIFFERENT) {
            found.add(known.value());
        }
    }

    private boolean comparable() {
        return unknown == 0 && different.size() == 1;
    }

    /** One sentence if there are several; otherwise empty. */
    Optional<String> remark() {
        boolean several = different.values().stream().mapToInt(SortedSet::size).sum() > 1;
        if (!several) {
            return Optional.empty();
        }
        String named = different.entrySet().stream()
                .map(column -> column.getKey().column() + ": " + named(column.getValue()))
                .collect(Collectors.joining("; "));
        return Optional.of(
                comparable()
                        ? "The tables give several pixel sizes (%s); sizeFeature compares the images by their sizes in %s."
                                .formatted(named, different.firstKey().inWords())
                        : "The tables give several pixel sizes (%s), %s, so the sizes of the images cannot be compared; leave sizeFeature at false."
                                .formatted(
                                        named,
                                        different.size() > 1
                                                ? "in several columns"
                                                : "but none for %,d images".formatted(unknown)));
    }

    private static String named(SortedSet<BigDecimal> values) {
        return UploadPath.first(values.stream().map(BigDecimal::toPlainString).toList(), NAMED);
    }

    /** A {@link PixelSizeTable}, if all images have a size of one column. */
    Optional<ArtifactId> publish(StepContext context) throws IOException, InterruptedException {
        if (!comparable()) {
            return Optional.empty();
        }
        Path file = context.scratch().resolve("pixel-sizes.parquet");
        PixelSizeTable.write(different.firstKey(), keys, sizes, file);
        return Optional.of(context.publish("pixel-sizes", file));
    }
}
