package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.steps.images.ImageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Map<String, List<UploadedObject>> objects = new HashMap<>();
    private final Map<String, Split> splits = new HashMap<>();
    private final Set<String> classes = new TreeSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> setAside = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    private record Copy(String source, String className) {}

    boolean knows(String key) {
        return firsts.containsKey(key);
    }

    /** Adds an image that was found for the first time. */
    void add(Image image, Labels.Place.Wanted wanted) {
        firsts.put(image.key(), image);
        note(image.key(), image.source(), wanted);
        wanted.split().ifPresent(split -> splits.put(image.key(), split));
    }

    /** Adds another copy of a known image. */
    void addCopy(String key, String source, Labels.Place.Wanted wanted) {
        copies.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(new Copy(source, wanted.className()));
        note(key, source, wanted);
    }

    private void note(String key, String source, Labels.Place.Wanted wanted) {
        noteClass(wanted.className());
        if (wanted.className().isBlank() || !wanted.objectId().isBlank()) {
            objects.computeIfAbsent(key, unused -> new ArrayList<>(1))
                    .add(new UploadedObject(source, wanted.objectId(), wanted.status()));
        }
    }

    private void noteClass(String className) {
        if (!className.isBlank()) {
            classes.add(className);
        }
    }

    /** @param className its class, or blank if it is unknown */
    void leaveOut(String className, String source, String reason) {
        noteClass(className);
        leftOut.add(new LeftOut(source, reason));
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    void setAside(String source, String reason) {
        setAside.add(new LeftOut(source, reason));
    }

    /** Decides which images without labels are used. @throws BadInputException if there is none */
    ImportManifest settleUnlabelled(String dataset, List<ArtifactId> shards) {
        if (firsts.isEmpty()) {
            String example = leftOut.isEmpty()
                    ? "no file of it is a " + ImageFormat.extensionsInWords()
                    : leftOut.getFirst().source() + " " + leftOut.getFirst().reason();
            throw new BadInputException("Dataset '%s' has no usable image (%s); upload images that can be read."
                    .formatted(dataset, example));
        }
        return manifest(dataset, List.of(), List.copyOf(firsts.values()), shards);
    }

    private ImportManifest manifest(
            String dataset, Collection<String> named, List<Image> images, List<ArtifactId> shards) {
        return new ImportManifest(
                dataset, List.copyOf(named), images, shards, leftOut, setAside, objects, splits, remarks);
    }

    /**
     * Decides which images are used.
     *
     * @param nothingLabelled what to say if no file has a class
     * @throws BadInputException if fewer than two classes are named
     */
    ImportManifest settle(String dataset, List<ArtifactId> shards, Optional<String> nothingLabelled) {
        List<Image> images = new ArrayList<>();
        for (Image first : firsts.values()) {
            List<Copy> others = copies.getOrDefault(first.key(), List.of());
            Set<String> its = others.stream().map(Copy::className).collect(Collectors.toCollection(TreeSet::new));
            its.add(first.className());
            if (its.size() == 1) {
                images.add(first);
                others.forEach(copy -> setAside(copy.source(), "is the same image as " + first.source()));
            } else {
                String reason = "is the same image in the classes " + quoted(its);
                leaveOut(first.className(), first.source(), reason);
                others.forEach(copy -> leaveOut(copy.className(), copy.source(), reason));
            }
        }
        checkClasses(dataset, nothingLabelled);
        return manifest(dataset, classes, images, shards);
    }

    private void checkClasses(String dataset, Optional<String> nothingLabelled) {
        if (nothingLabelled.isPresent()) {
            throw new BadInputException(
                    "Dataset '%s' cannot be learnt from: %s.".formatted(dataset, nothingLabelled.get()));
        }
        if (classes.isEmpty()) {
            throw new BadInputException(
                    "Dataset '%s' has no image in a class folder (%s); upload them as <class>/<file>."
                            .formatted(
                                    dataset,
                                    leftOut.isEmpty()
                                            ? "it is empty"
                                            : leftOut.getFirst().source()));
        }
        if (classes.size() < 2) {
            throw new BadInputException(
                    "Dataset '%s' has one class only, %s; at least 2 classes are needed to tell them apart."
                            .formatted(dataset, quoted(classes)));
        }
    }

    private static String quoted(Collection<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }
}
