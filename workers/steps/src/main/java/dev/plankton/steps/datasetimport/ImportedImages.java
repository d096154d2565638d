package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.columns.DigestIndex;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportColumns;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Copy;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.ImportManifest.UploadedObject;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.steps.images.ImageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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
    private final ImportColumns firsts = new ImportColumns();
    private final DigestIndex places = new DigestIndex(firsts.keys());
    /** The pixel size of each of these; empty if it is not known, or copies of it have others. */
    private final List<Optional<PixelSize>> sizesOfFirsts = new ArrayList<>();

    private final PixelSizes pixelSizes = new PixelSizes();
    private final Map<Integer, List<Further>> copies = new HashMap<>();
    private final Set<String> classes = new TreeSet<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> setAside = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** A further file with the bytes of an image. */
    private record Further(String source, String className, UploadedObject object) {}

    /** Adds an image. */
    void add(Packed.InShard packed, String source, Labels.Place.Wanted wanted) {
        noteClass(wanted.className());
        UploadedObject object = new UploadedObject(wanted.objectId(), wanted.status());
        int place = places.find(packed.key());
        if (place == DigestIndex.ABSENT) {
            firsts.add(new Image(packed.key(), source, wanted.className(), packed.shard(), wanted.split(), object));
            places.grow();
            sizesOfFirsts.add(wanted.pixelSize());
        } else {
            if (!sizesOfFirsts.get(place).equals(wanted.pixelSize())) {
                sizesOfFirsts.set(place, Optional.empty());
            }
            copies.computeIfAbsent(place, unused -> new ArrayList<>(1))
                    .add(new Further(source, wanted.className(), object));
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
        for (int place = 0; place < firsts.size(); place++) {
            pixelSizes.add(firsts.keys().get(place), sizesOfFirsts.get(place));
        }
        List<Copy> further = new ArrayList<>();
        for (int first : copies.keySet().stream().sorted().toList()) {
            copies.getOrDefault(first, List.of())
                    .forEach(copy -> further.add(new Copy(firsts.get(first).key(), copy.source(), copy.object())));
        }
        return manifest(dataset, List.of(), firsts, further, shards);
    }

    private ImportManifest manifest(
            String dataset, Collection<String> named, List<Image> images, List<Copy> further, List<ArtifactId> shards) {
        pixelSizes.remark().ifPresent(remarks::add);
        return new ImportManifest(dataset, List.copyOf(named), images, further, shards, leftOut, setAside, remarks);
    }

    /** Of the images that are used, once that is settled. */
    PixelSizes pixelSizes() {
        return pixelSizes;
    }

    /**
     * Decides which images are used.
     *
     * @param nothingLabelled what to say if no file has a class
     * @throws BadInputException if fewer than two classes are named
     */
    ImportManifest settle(String dataset, List<ArtifactId> shards, Optional<String> nothingLabelled) {
        ImportColumns images = new ImportColumns();
        for (int place = 0; place < firsts.size(); place++) {
            Image first = firsts.get(place);
            List<Further> others = copies.getOrDefault(place, List.of());
            Set<String> its = others.stream().map(Further::className).collect(Collectors.toCollection(TreeSet::new));
            its.add(first.className());
            if (its.size() == 1) {
                images.add(first);
                pixelSizes.add(first.key(), sizesOfFirsts.get(place));
                others.forEach(copy -> setAside(copy.source(), "is the same image as " + first.source()));
            } else {
                String reason = "is the same image in the classes " + quoted(its);
                leaveOut(first.className(), first.source(), reason);
                others.forEach(copy -> leaveOut(copy.className(), copy.source(), reason));
            }
        }
        checkClasses(dataset, nothingLabelled);
        return manifest(dataset, classes, images, List.of(), shards);
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
