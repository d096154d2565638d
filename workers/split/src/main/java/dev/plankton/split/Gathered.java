package dev.plankton.split;

import dev.plankton.runtime.formats.DatasetManifest.LeftOut;
import dev.plankton.runtime.formats.ImportManifest;
import dev.plankton.runtime.formats.PreprocessedShard;
import dev.plankton.runtime.step.BadInputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What import and preprocessing together say about every uploaded file.
 *
 * @param usable images that were preprocessed
 * @param leftOut images that were left out by either
 */
record Gathered(ImportManifest imported, List<Usable> usable, List<LeftOut> leftOut) {
    private static final int EXAMPLES = 3;

    /** @param source the image as it was imported; width and height are its own, in pixels */
    record Usable(ImportManifest.Image source, int width, int height) {}

    /** @param shards preprocessed shards by their position in the import */
    static Gathered of(ImportManifest imported, Map<Integer, PreprocessedShard> shards) {
        Map<String, PreprocessedShard.Image> images = new HashMap<>();
        Map<String, String> reasons = new HashMap<>();
        for (PreprocessedShard shard : shards.values()) {
            shard.images().forEach(image -> images.put(image.key(), image));
            shard.leftOut().forEach(image -> reasons.put(image.key(), image.reason()));
        }
        List<Usable> usable = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>(imported.leftOut());
        for (ImportManifest.Image source : imported.images()) {
            PreprocessedShard.Image image = images.get(source.key());
            if (image != null) {
                usable.add(new Usable(source, image.width(), image.height()));
                continue;
            }
            String reason = reasons.get(source.key());
            if (reason == null) {
                throw new BadInputException(
                        "The preprocessed shards do not hold %s, image %s of shard %d; start the workflow anew."
                                .formatted(source.source(), source.key(), source.shard()));
            }
            leftOut.add(new LeftOut(source.source(), reason));
        }
        leftOut.sort(Comparator.comparing(LeftOut::source));
        return new Gathered(imported, usable, leftOut);
    }

    /**
     * The two limits of SPEC 1.
     *
     * @throws BadInputException if a class has no usable image, or too many images were left out
     */
    void check(double maxLeftOutFraction) {
        Set<String> used = new HashSet<>();
        usable.forEach(image -> used.add(image.source().className()));
        Set<String> empty = new TreeSet<>(imported.classes());
        empty.removeAll(used);
        if (!empty.isEmpty()) {
            String name = empty.iterator().next();
            throw new BadInputException(
                    "Class '%s' of dataset '%s' has no usable image (%s); mend its images or remove its folder."
                            .formatted(
                                    name,
                                    imported.dataset(),
                                    examples(leftOut.stream()
                                            .filter(image -> image.source().contains(name + "/"))
                                            .toList())));
        }
        int all = usable.size() + leftOut.size();
        if (leftOut.size() > maxLeftOutFraction * all) {
            throw new BadInputException(
                    "%,d of the %,d images of dataset '%s' cannot be used, more than the share of %s that maxLeftOutFraction allows (%s); mend or remove them, or raise it."
                            .formatted(leftOut.size(), all, imported.dataset(), maxLeftOutFraction, examples(leftOut)));
        }
    }

    private static String examples(List<LeftOut> images) {
        String shown = images.stream()
                .limit(EXAMPLES)
                .map(image -> image.source() + " " + image.reason())
                .collect(Collectors.joining("; "));
        return images.size() > EXAMPLES ? shown + "; ..." : shown;
    }
}
