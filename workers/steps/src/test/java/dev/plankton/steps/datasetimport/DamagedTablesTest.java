package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables with changed bytes, without their end, or with a part repeated: each is refused in a sentence, or every image
 * of the upload is accounted for once. A table has no checksum, so a changed name of a class cannot be noticed.
 */
class DamagedTablesTest {
    private static final int INPUTS = 130;
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final int IMAGES = 12;

    @TempDir
    private Path folder;

    private final Random random = new Random(16);

    private static Upload upload(String layout) throws Exception {
        StringBuilder table = new StringBuilder(
                switch (layout) {
                    case "ecotaxa" ->
                        "object_id\timg_file_name\timg_rank\tobject_annotation_status\tobject_annotation_category\n[t]\t[t]\t[f]\t[t]\t[t]\n";
                    case "zooscannet" -> "objid,taxon_level1,lineage_level1,taxon_level2,plankton,set,img_path\n";
                    default -> "image,class\n";
                });
        Upload upload = new Upload();
        for (int i = 0; i < IMAGES; i++) {
            String name = i % 2 == 0 ? "larv\u00e9e" : "egg<other";
            switch (layout) {
                case "ecotaxa" -> {
                    table.append("\"o_%1$d\"\t\"%1$d.png\"\t0\t\"validated\"\t\"%2$s\"\n".formatted(i, name));
                    upload.with(i + ".png", Upload.png(i));
                }
                case "zooscannet" -> {
                    table.append("%1$d,%2$s,\"a, b\",c,True,train,imgs/x/%1$d.png\n".formatted(i, name));
                    upload.with("imgs/x/%d.png".formatted(i), Upload.png(i));
                }
                default -> table.append("D20130526T095207_IFCB013_%05d,%s\n".formatted(i + 1, name));
            }
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        return switch (layout) {
            case "ecotaxa" -> upload.with("ecotaxa_s.tsv", bytes);
            case "zooscannet" -> upload.with("taxa.csv", bytes);
            default -> bin(upload).with("classes.csv", bytes);
        };
    }

    private static Upload bin(Upload upload) {
        StringBuilder adc = new StringBuilder();
        byte[] pixels = new byte[IMAGES * 4];
        for (int i = 0; i < IMAGES; i++) {
            adc.append("1,".repeat(15)).append("2,2,%d,0\n".formatted(4 * i));
            pixels[4 * i] = (byte) i;
        }
        return upload.with("D20130526T095207_IFCB013.adc", adc.toString()).with("D20130526T095207_IFCB013.roi", pixels);
    }

    @ParameterizedTest
    @CsvSource({
        "ecotaxa, ecotaxa_s.tsv",
        "zooscannet, taxa.csv",
        "ifcb, classes.csv",
        "ifcb, D20130526T095207_IFCB013.adc"
    })
    void areRefusedOrAccountForEveryImage(String layout, String damaged) throws Exception {
        Upload whole = upload(layout);
        int used = 0;
        int refused = 0;
        for (int i = 0; i < INPUTS; i++) {
            Upload upload = new Upload();
            for (Map.Entry<String, byte[]> file : whole.files().entrySet()) {
                upload.with(
                        file.getKey(),
                        i > 0 && file.getKey().equals(damaged) ? damaged(file.getValue()) : file.getValue());
            }
            LocalContext context = new LocalContext(folder.resolve(layout + damaged + i));
            upload.putLoose(context, "table");
            long start = System.nanoTime();
            try {
                DatasetImportTask.Output output =
                        context.run(new DatasetImportStep(), ImportInputs.of("table", Map.of("layout", layout)));
                account(Datasets.readImport(output.imported(), context), damaged);
                used++;
            } catch (BadInputException e) {
                assertThat(i)
                        .as("the whole upload is refused: " + e.getMessage())
                        .isPositive();
                assertThat(e.getMessage()).hasSizeBetween(20, 2000);
                refused++;
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(MOST);
        }
        assertThat(used).isPositive();
        assertThat(refused).isPositive();
    }

    private static void account(ImportManifest manifest, String damaged) {
        Set<String> images = new HashSet<>();
        manifest.images()
                .forEach(image -> assertThat(images.add(image.source())).isTrue());
        manifest.leftOut().forEach(image -> images.add(image.source()));
        manifest.setAside().forEach(image -> images.add(image.source()));
        if (!damaged.endsWith(".adc")) { // it decides which images there are
            assertThat(images).hasSizeGreaterThanOrEqualTo(IMAGES);
        }
        assertThat(manifest.images()).noneMatch(image -> image.className().isBlank());
    }

    private byte[] damaged(byte[] table) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(table, random.nextInt(table.length));
            case 1 -> {
                int from = random.nextInt(table.length);
                int length = random.nextInt(table.length - from);
                byte[] repeated = Arrays.copyOf(table, table.length + length);
                System.arraycopy(table, from, repeated, from + length, table.length - from);
                yield repeated;
            }
            default -> {
                byte[] changed = table.clone();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    changed[random.nextInt(table.length)] = (byte) random.nextInt(256);
                }
                yield changed;
            }
        };
    }
}
