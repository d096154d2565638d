package dev.plankton.demodata;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {

    @TempDir
    Path folder;

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedGivesOthers() throws IOException {
        DemoData.generate(folder.resolve("once"), 7, 130);
        DemoData.generate(folder.resolve("again"), 7, 130);
        DemoData.generate(folder.resolve("other"), 8, 130);

        List<Path> once = files(folder.resolve("once"));
        List<Path> again = files(folder.resolve("again"));
        List<Path> other = files(folder.resolve("other"));
        assertThat(names(again, "again")).isEqualTo(names(once, "once"));
        assertThat(names(other, "other")).isEqualTo(names(once, "once"));
        for (int i = 0; i < once.size(); i++) {
            assertThat(Files.mismatch(once.get(i), again.get(i)))
                    .as("%s", once.get(i))
                    .isEqualTo(-1);
            assertThat(Files.mismatch(once.get(i), other.get(i)))
                    .as("%s", once.get(i))
                    .isNotEqualTo(-1);
        }
    }

    @Test
    void classesAreUnevenAndSizesRangeFromSmallToLarge() throws IOException {
        DemoData.generate(folder, 1, 700);

        Map<String, Integer> counts = new TreeMap<>();
        List<Integer> longerSides = new ArrayList<>();
        for (Path file : files(folder)) {
            counts.merge(className(file), 1, Integer::sum);
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
            longerSides.add(Math.max(image.getWidth(), image.getHeight()));
        }
        assertThat(counts).hasSizeGreaterThanOrEqualTo(14);
        assertThat(counts.values()).allMatch(count -> count >= 6);
        assertThat(counts.values().stream().max(Comparator.naturalOrder()).orElseThrow())
                .isGreaterThan(8
                        * counts.values().stream()
                                .min(Comparator.naturalOrder())
                                .orElseThrow());
        assertThat(counts.values().stream().mapToInt(count -> count).sum()).isBetween(680, 720);
        assertThat(longerSides).allMatch(side -> side >= 30 && side <= 600);
        assertThat(longerSides.stream().filter(side -> side < 60)).hasSizeGreaterThan(50);
        assertThat(longerSides.stream().filter(side -> side > 300)).hasSizeGreaterThan(20);
    }

    /** If their average look were enough to tell the classes apart, training a network on them would show nothing. */
    @Test
    void meanThumbnailsTellTheClassesApartBadly() throws IOException {
        DemoData.generate(folder, 3, 700);
        Map<String, List<double[]>> thumbnails = new HashMap<>();
        for (Path file : files(folder)) {
            thumbnails
                    .computeIfAbsent(className(file), name -> new ArrayList<>())
                    .add(Thumbnails.of(ImageIO.read(file.toFile()), 16));
        }

        double accuracy = Thumbnails.nearestCentroidAccuracy(thumbnails);

        assertThat(accuracy).isBetween(1.2 / thumbnails.size(), 0.5);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String className(Path file) {
        return file.getName(file.getNameCount() - 2).toString();
    }

    private List<String> names(List<Path> files, String below) {
        return files.stream()
                .map(file -> folder.resolve(below).relativize(file).toString())
                .toList();
    }
}
