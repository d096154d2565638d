package dev.plankton.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drawn upload is what the benchmark says: readable, no two images alike, with a split of 80, 10 and 10 percent. */
class DrawnTarTest {
    private static final int IMAGES = 4_400;

    @TempDir
    private Path folder;

    @Test
    void holdsAsManyDifferentImagesAsWanted() throws IOException {
        Path file = folder.resolve("drawn.tar");
        DrawnTar.write(file, IMAGES);
        Set<String> images = new HashSet<>();
        Set<String> folders = new HashSet<>();
        List<String> table = List.of();
        long bytes = 0;
        try (TarArchiveInputStream tar = new TarArchiveInputStream(Files.newInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                byte[] content = tar.readAllBytes();
                if (entry.getName().endsWith(".png")) {
                    assertThat(images.add(new String(content, StandardCharsets.ISO_8859_1)))
                            .isTrue();
                    folders.add(entry.getName().split("/")[1]);
                    bytes += content.length;
                } else {
                    table = new String(
                                    new GZIPInputStream(new ByteArrayInputStream(content)).readAllBytes(),
                                    StandardCharsets.UTF_8)
                            .lines()
                            .toList();
                }
            }
        }
        assertThat(images).hasSize(IMAGES);
        assertThat(folders).hasSize(DrawnTar.CLASSES);
        assertThat(bytes / IMAGES).isBetween(1_500L, 3_000L);
        assertThat(ImageIO.read(
                        new ByteArrayInputStream(images.iterator().next().getBytes(StandardCharsets.ISO_8859_1))))
                .isNotNull();
        assertThat(table).hasSize(IMAGES + 1);
        for (String set : List.of("valid", "test")) {
            assertThat(table.stream().filter(line -> line.endsWith("," + set))).hasSize(IMAGES / 10);
        }
    }
}
