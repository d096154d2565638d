package dev.plankton.steps.images;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How many images each class of an upload has.
 *
 * @param images usable images by class
 * @param leftOut images of any class that were left out, to say why a class has none
 */
public record ClassSizes(SortedMap<String, Integer> images, List<LeftOut> leftOut) {
    private static final int NAMED = 20;

    public ClassSizes {
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        leftOut = List.copyOf(leftOut);
    }

    /** Before any image was decoded. */
    public static ClassSizes of(ImportManifest imported) {
        return of(imported, imported.images().stream(), imported.leftOut());
    }

    public static ClassSizes of(PreprocessedImages preprocessed) {
        return of(
                preprocessed.imported(),
                preprocessed.usable().stream().map(PreprocessedImages.Usable::source),
                preprocessed.leftOut());
    }

    private static ClassSizes of(ImportManifest imported, Stream<ImportManifest.Image> images, List<LeftOut> leftOut) {
        SortedMap<String, Integer> sizes = new TreeMap<>();
        imported.classes().forEach(name -> sizes.put(name, 0));
        images.forEach(image -> sizes.merge(image.className(), 1, Integer::sum));
        return new ClassSizes(sizes, leftOut);
    }

    /** The classes with fewer images. */
    public List<String> rare(int minimum) {
        return images.entrySet().stream()
                .filter(entry -> entry.getValue() < minimum)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** @throws BadInputException if a class has fewer images; it names all of them */
    public void check(String dataset, int minimum) {
        List<String> rare = rare(minimum);
        if (rare.isEmpty()) {
            return;
        }
        String named = rare.stream().limit(NAMED).map(this::inWords).collect(Collectors.joining(", "));
        throw new BadInputException(
                "%,d %s of dataset '%s' %s fewer than %d usable images; add images, leave %s out with rareClasses=drop, or join rare classes with rareClasses=merge: %s%s."
                        .formatted(
                                rare.size(),
                                rare.size() == 1 ? "class" : "classes",
                                dataset,
                                rare.size() == 1 ? "has" : "have",
                                minimum,
                                rare.size() == 1 ? "it" : "them",
                                named,
                                rare.size() > NAMED ? " and others" : ""));
    }

    private String inWords(String name) {
        int count = images.getOrDefault(name, 0);
        if (count > 0) {
            return "'%s' has %d".formatted(name, count);
        }
        return leftOut.stream()
                .filter(image -> image.source().contains(name + "/"))
                .findFirst()
                .map(image -> "'%s' has no usable image (%s %s)".formatted(name, image.source(), image.reason()))
                .orElse("'%s' has no usable image".formatted(name));
    }
}
