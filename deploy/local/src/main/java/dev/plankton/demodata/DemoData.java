package dev.plankton.demodata;

import dev.plankton.demodata.families.Families;
import dev.plankton.demodata.sketch.Dice;
import dev.plankton.demodata.sketch.Family;
import dev.plankton.demodata.sketch.Vignette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Writes the demo data: one folder per class, one PNG per individual. */
public final class DemoData {
    /** The usual number of images. */
    public static final int DEFAULT_IMAGES = 1_800;

    private static final int FEWEST_OF_A_CLASS = 6;
    private static final double COMMONEST_TO_RAREST = 10;

    private DemoData() {}

    /**
     * Draws the images into {@code <folder>/<class>/<class>-<number>.png}. The same seed and number give the same
     * bytes; existing files of these names are overwritten.
     *
     * @param folder created if missing
     * @param images approximate total number: each class gets its share, but at least six
     * @throws IOException if a file cannot be written
     */
    public static void generate(Path folder, long seed, int images) throws IOException {
        List<Family> families = Families.all();
        for (int rank = 0; rank < families.size(); rank++) {
            Family family = families.get(rank);
            Path classFolder = Files.createDirectories(folder.resolve(family.name()));
            int count = count(rank, families.size(), images);
            long classSeed = mix(seed * 1_000_003 + family.name().hashCode());
            write(family, classFolder, count, classSeed);
        }
    }

    private static void write(Family family, Path folder, int count, long classSeed) throws IOException {
        try {
            IntStream.range(0, count).parallel().forEach(i -> {
                Path file = folder.resolve("%s-%04d.png".formatted(family.name(), i + 1));
                try {
                    ImageIO.write(Vignette.of(family, new Dice(mix(classSeed + i))), "png", file.toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Counts decrease geometrically from the first class to the last. */
    private static int count(int rank, int classes, int images) {
        double total = 0;
        for (int i = 0; i < classes; i++) {
            total += weight(i, classes);
        }
        return Math.max(FEWEST_OF_A_CLASS, (int) Math.round(images * weight(rank, classes) / total));
    }

    private static double weight(int rank, int classes) {
        return Math.pow(COMMONEST_TO_RAREST, -(double) rank / (classes - 1));
    }

    /** Spreads neighbouring seeds (the finalizer of SplitMix64). */
    private static long mix(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
