package dev.plankton.steps.split;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.RareClasses;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.steps.images.ClassSizes;
import dev.plankton.steps.images.PreprocessedImages;
import dev.plankton.steps.images.PreprocessedImages.Usable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The classes that a dataset gets, with their images sorted by key, and what became of rare classes.
 *
 * @param dropped images of rare classes that are not used
 * @param remarks a sentence on classes that were dropped or merged
 */
record ClassChoice(SortedMap<String, List<Usable>> members, List<LeftOut> dropped, List<String> remarks) {
    /** The class that {@link RareClasses#MERGE} makes. */
    private static final String MERGED = "rare classes";

    ClassChoice {
        members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        dropped = List.copyOf(dropped);
        remarks = List.copyOf(remarks);
    }

    /** @throws BadInputException if a class has too few images, or fewer than two classes are left */
    static ClassChoice of(PreprocessedImages images, RareClasses choice, int minimum) {
        String dataset = images.imported().dataset();
        ClassSizes sizes = ClassSizes.of(images);
        SortedMap<String, List<Usable>> members = images.usable().stream()
                .sorted(Comparator.comparing(image -> image.source().key()))
                .collect(Collectors.groupingBy(image -> image.source().className(), TreeMap::new, Collectors.toList()));
        List<LeftOut> dropped = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<String> rare = sizes.rare(minimum);
        switch (choice) {
            case FAIL -> sizes.check(dataset, minimum);
            case DROP -> {
                rare.forEach(name -> drop(name, members, dropped));
                if (!rare.isEmpty()) {
                    remarks.add("Rare classes were left out (%d, with %,d usable images): %s."
                            .formatted(rare.size(), dropped.size(), String.join(", ", rare)));
                }
            }
            case MERGE -> merge(dataset, rare, members, minimum, remarks);
        }
        if (members.size() < 2) {
            throw new BadInputException(
                    "Dataset '%s' has %s with at least %d usable images; at least 2 classes are needed to tell them apart."
                            .formatted(dataset, members.isEmpty() ? "no class" : "one class only", minimum));
        }
        return new ClassChoice(members, dropped, remarks);
    }

    private static void drop(String name, SortedMap<String, List<Usable>> members, List<LeftOut> dropped) {
        List<Usable> images = members.remove(name);
        if (images != null) {
            images.forEach(image -> dropped.add(new LeftOut(
                    image.source().source(),
                    "is of the class '%s', which has only %d usable images".formatted(name, images.size()))));
        }
    }

    private static void merge(
            String dataset,
            List<String> rare,
            SortedMap<String, List<Usable>> members,
            int minimum,
            List<String> remarks) {
        List<Usable> merged = new ArrayList<>();
        for (String name : rare) {
            List<Usable> its = members.remove(name);
            if (its != null) {
                merged.addAll(its);
            }
        }
        if (merged.isEmpty()) {
            return;
        }
        if (members.containsKey(MERGED) || merged.size() < minimum) {
            throw new BadInputException(
                    "The rare classes of dataset '%s' cannot be merged, because %s; use rareClasses=drop instead, or add images."
                            .formatted(
                                    dataset,
                                    members.containsKey(MERGED)
                                            ? "it has a class called '%s'".formatted(MERGED)
                                            : "they have only %d images together".formatted(merged.size())));
        }
        merged.sort(Comparator.comparing(image -> image.source().key()));
        members.put(MERGED, merged);
        remarks.add("Rare classes were merged into one, '%s', with %,d images: %s."
                .formatted(MERGED, merged.size(), String.join(", ", rare)));
    }
}
