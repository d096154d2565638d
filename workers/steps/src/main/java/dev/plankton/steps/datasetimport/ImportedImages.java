package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.steps.datasetimport.Labels.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The images that an import has found so far. If the same bytes appear several times in one class, the first copy is
 * used and the others are set aside. If they appear in two classes, it is unknown which class is right, so all copies
 * are left out.
 */
final class ImportedImages {
    private final Map<String, Image> firsts = new LinkedHashMap<>();
    private final Map<String, List<Copy>> copies = new HashMap<>();
    private final Map<String, String> objectIds = new HashMap<>();
    private final Map<String, Split> splits = new HashMap<>();
    private final SortedMap<String, String> classExamples = new TreeMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> setAside = new ArrayList<>();

    private record Copy(String source, String className) {}

    boolean knows(String key) {
        return firsts.containsKey(key);
    }

    /** Adds an image that was found for the first time. */
    void add(Image image, Place.Wanted wanted) {
        firsts.put(image.key(), image);
        if (!wanted.objectId().isBlank()) {
            objectIds.put(image.key(), wanted.objectId());
        }
        wanted.split().ifPresent(split -> splits.put(image.key(), split));
    }

    /** Adds another copy of a known image. */
    void addCopy(String key, String source, String className) {
        copies.computeIfAbsent(key, unused -> new ArrayList<>()).add(new Copy(source, className));
    }

    /** Leaves out an image, and keeps the first reason of each class as an example. */
    void leaveOut(String className, String source, String reason) {
        classExamples.putIfAbsent(className, source + " " + reason);
        leaveOut(source, reason);
    }

    void leaveOut(String source, String reason) {
        leftOut.add(new LeftOut(source, reason));
    }

    void setAside(String source, String reason) {
        setAside.add(new LeftOut(source, reason));
    }

    /** Decides which images without labels are used. @throws BadInputException if there is none */
    ImportManifest settleUnlabelled(String dataset, List<ArtifactId> shards) {
        if (firsts.isEmpty()) {
            String example = leftOut.isEmpty()
                    ? "no file of it is a png, jpg, jpeg, tif, tiff or bmp"
                    : leftOut.getFirst().source() + " " + leftOut.getFirst().reason();
            throw new BadInputException("Dataset '%s' has no usable image (%s); upload images that can be read."
                    .formatted(dataset, example));
        }
        firsts.forEach((key, first) -> copies.getOrDefault(key, List.of()).forEach(copy -> setAside(copy, first)));
        return new ImportManifest(
                dataset, List.of(), List.copyOf(firsts.values()), shards, leftOut, setAside, objectIds, Map.of());
    }

    private void setAside(Copy copy, Image first) {
        setAside(copy.source(), "is the same image as " + first.source());
    }

    /**
     * Decides which images are used.
     *
     * @throws BadInputException if a class has no image left, or there are fewer than two classes
     */
    ImportManifest settle(String dataset, List<ArtifactId> shards) {
        List<Image> images = new ArrayList<>();
        for (Image first : firsts.values()) {
            List<Copy> others = copies.getOrDefault(first.key(), List.of());
            Set<String> classes = others.stream().map(Copy::className).collect(Collectors.toCollection(TreeSet::new));
            classes.add(first.className());
            if (classes.size() == 1) {
                images.add(first);
                others.forEach(copy -> setAside(copy, first));
            } else {
                String reason = "is the same image in the classes " + quoted(classes);
                leaveOut(first.className(), first.source(), reason);
                others.forEach(copy -> leaveOut(copy.className(), copy.source(), reason));
            }
        }
        Set<String> used = images.stream().map(Image::className).collect(Collectors.toCollection(TreeSet::new));
        checkClasses(dataset, used);
        return new ImportManifest(dataset, List.copyOf(used), images, shards, leftOut, setAside, objectIds, splits);
    }

    private void checkClasses(String dataset, Set<String> used) {
        Optional<String> empty = classExamples.keySet().stream()
                .filter(name -> !used.contains(name))
                .findFirst();
        if (empty.isPresent()) {
            throw new BadInputException(
                    "Class '%s' of dataset '%s' has no usable image (%s); add images to it or remove its folder."
                            .formatted(empty.get(), dataset, classExamples.get(empty.get())));
        }
        if (used.isEmpty()) {
            throw new BadInputException(
                    "Dataset '%s' has no image in a class folder (%s); upload them as <class>/<file>."
                            .formatted(
                                    dataset,
                                    leftOut.isEmpty()
                                            ? "it is empty"
                                            : leftOut.getFirst().source()));
        }
        if (used.size() < 2) {
            throw new BadInputException(
                    "Dataset '%s' has one class only, %s; at least 2 class folders are needed to tell classes apart."
                            .formatted(dataset, quoted(used)));
        }
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
