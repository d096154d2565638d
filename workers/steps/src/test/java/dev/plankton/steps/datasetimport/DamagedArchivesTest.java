package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream.UnicodeExtraFieldPolicy;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A damaged archive is refused, or exactly the original files come out of it.
 *
 * <p>A plain tar has no checksum of the content, of long names, or of how many entries it has. Here it is therefore
 * damaged only in one byte of a header, by a cut at its end, and by blocks that are there twice.
 */
class DamagedArchivesTest {
    private static final int TRIES = 100;
    private static final int BLOCK = 512;
    private static final Limits SMALL = new Limits(60, 1 << 20, 4 << 20, 1 << 20, 50);

    @TempDir
    private static Path folder;

    private interface Damage {
        byte[] to(byte[] archive, Random random);
    }

    static Stream<Arguments> archives() throws IOException {
        Upload upload = new Upload();
        Random random = new Random(3);
        for (int i = 0; i < 8; i++) {
            byte[] content = new byte[200 + random.nextInt(900)];
            random.nextBytes(content);
            Arrays.fill(content, 0, content.length / 3, (byte) 7);
            upload.with((i % 2 == 0 ? "copepod/" : "größe/") + i + ".png", content);
        }
        Upload plain = new Upload();
        upload.files().forEach((path, bytes) -> plain.with(path.replace("größe", "egg"), bytes));
        Packing unicode = new Packing(zip -> {
            zip.setEncoding("IBM437");
            zip.setUseLanguageEncodingFlag(false);
            zip.setCreateUnicodeExtraFields(UnicodeExtraFieldPolicy.ALWAYS);
        });
        Packing nested = new Packing();
        Upload unpacked = new Upload();
        for (var file : upload.files().entrySet()) {
            unicode.with(file.getKey(), file.getValue());
            unpacked.with("inner/" + file.getKey(), file.getValue());
        }
        nested.with("inner.tar.gz", Upload.gzip(upload.tar()));
        Damage anything = DamagedArchivesTest::damaged;
        return Stream.of(
                Arguments.of("streamed.zip", upload.zip(), upload, anything),
                Arguments.of("stored.zip", Packing.stored(upload), upload, anything),
                Arguments.of("unicode.zip", unicode.bytes(), upload, anything),
                Arguments.of("nested.zip", nested.bytes(), unpacked, anything),
                Arguments.of("packed.tgz", Upload.gzip(upload.tar()), upload, anything),
                Arguments.of("plain.tar", plain.tar(), plain, (Damage) DamagedArchivesTest::damagedTar));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("archives")
    void givesTheOriginalFilesOrNone(String name, byte[] original, Upload upload, Damage damage) throws Exception {
        assertSame(Packing.read(name, original, folder, SMALL), upload, "undamaged");
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] archive = damage.to(original, new Random(i));
            long start = System.nanoTime();
            try {
                assertSame(Packing.read(name, archive, folder, SMALL), upload, "damage %d".formatted(i));
            } catch (BadInputException e) {
                assertThat(e).hasMessageContaining("The archive " + name);
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(refused).isGreaterThan(TRIES / 2);
    }

    private static void assertSame(Packing.Found found, Upload upload, String what) {
        assertThat(found.surveyed())
                .as(what)
                .containsExactlyElementsOf(upload.files().keySet());
        assertThat(found.read().keySet()).as(what).isEqualTo(upload.files().keySet());
        found.read()
                .forEach((path, bytes) -> assertThat(bytes)
                        .as("%s of %s", path, what)
                        .isEqualTo(upload.files().get(path)));
    }

    private static byte[] damaged(byte[] archive, Random random) {
        int at = random.nextInt(archive.length);
        int length = 1 + random.nextInt(Math.min(60, archive.length - at));
        return switch (random.nextInt(6)) {
            case 0, 1 -> flipped(archive, at, random);
            case 2 -> flipped(archive, Math.max(0, archive.length - 1 - random.nextInt(600)), random);
            case 3 -> Arrays.copyOf(archive, at);
            case 4 -> joined(archive, at, at + length);
            default -> joined(archive, at + length, at);
        };
    }

    private static byte[] damagedTar(byte[] archive, Random random) {
        int at = random.nextInt(archive.length);
        int block = at / BLOCK * BLOCK;
        return switch (random.nextInt(3)) {
            case 0 -> flipped(archive, header(archive, random), random);
            case 1 -> Arrays.copyOf(archive, at);
            default -> joined(archive, Math.min(archive.length, block + BLOCK * (1 + random.nextInt(3))), block);
        };
    }

    /** One byte of a header; headers of this test hold the name of a folder at their start. */
    private static int header(byte[] archive, Random random) {
        while (true) {
            int block = random.nextInt(archive.length / BLOCK) * BLOCK;
            String start = new String(archive, block, 4, StandardCharsets.ISO_8859_1);
            if (start.equals("cope") || start.equals("egg/")) {
                return block + random.nextInt(BLOCK);
            }
        }
    }

    private static byte[] flipped(byte[] archive, int at, Random random) {
        byte[] damaged = archive.clone();
        damaged[at] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }

    /** The start of the archive up to a position, and then its end from another position. */
    private static byte[] joined(byte[] archive, int end, int start) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(archive, 0, end);
        bytes.write(archive, start, archive.length - start);
        return bytes.toByteArray();
    }
}
