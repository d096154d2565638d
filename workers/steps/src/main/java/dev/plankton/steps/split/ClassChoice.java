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
import java.util.stream.IntStream;

/**
 * The classes that a dataset gets, with their images sorted by key, and what became of rare classes.
 *
 * @param members for each class, positions in {@link PreprocessedImages#usable}
 * @param dropped images of rare classes that are not used
 * @param remarks a sentence on classes that were dropped or merged
 */
record ClassChoice(SortedMap<String, List<Integer>> members, List<LeftOut> dropped, List<String> remarks) {
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
        SortedMap<String, List<Integer>> members = IntStream.range(
                        0, images.usable().size())
                .boxed()
                .collect(Collectors.groupingBy(
                        image -> images.usable().get(image).source().className(), TreeMap::new, Collectors.toList()));
        members.values().forEach(its -> sortByKey(its, images.usable()));
        List<LeftOut> dropped = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        List<String> rare = sizes.rare(minimum);
        switch (choice) {
            case FAIL -> sizes.check(dataset, minimum);
            case DROP -> {
                rare.forEach(name -> drop(name, members, images.usable(), dropped));
                if (!rare.isEmpty()) {
                    remarks.add("Rare classes were left out (%d, with %,d usable images): %s."
                            .formatted(rare.size(), dropped.size(), String.join(", ", rare)));
                }
            }
            case MERGE -> merge(images, rare, members, minimum, remarks);
        }
        if (members.size() < 2) {
            throw new BadInputException(
                    "Dataset '%s' has %s with at least %d usable images; at least 2 classes are needed to tell them apart."
                            .formatted(dataset, members.isEmpty() ? "no class" : "one class only", minimum));
        }
        return new ClassChoice(members, dropped, remarks);
    }

    private static void sortByKey(List<Integer> images, List<Usable> usable) {
        images.sort(Comparator.comparing(image -> usable.get(image).source().key()));
    }

    private static void drop(
            String name, SortedMap<String, List<Integer>> members, List<Usable> usable, List<LeftOut> dropped) {
        List<Integer> images = members.remove(name);
        if (images != null) {
            images.forEach(image -> dropped.add(new LeftOut(
                    usable.get(image).source().source(),
                    "is of the class '%s', which has only %d usable images".formatted(name, images.size()))));
        }
    }

    private static void merge(
            PreprocessedImages images,
            List<String> rare,
            SortedMap<String, List<Integer>> members,
            int minimum,
            List<String> remarks) {
        List<Integer> merged = new ArrayList<>();
        for (String name : rare) {
            List<Integer> its = members.remove(name);
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
                                    images.imported().dataset(),
                                    members.containsKey(MERGED)
                                            ? "it has a class called '%s'".formatted(MERGED)
                                            : "they have only %d images together".formatted(merged.size())));
        }
        sortByKey(merged, images.usable());
        members.put(MERGED, merged);
        remarks.add("Rare classes were merged into one, '%s', with %,d images: %s."
                .formatted(MERGED, merged.size(), String.join(", ", rare)));
    }
}
