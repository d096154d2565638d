package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.SourceShard;
import dev.plankton.engine.testing.LocalContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bins of an Imaging FlowCytobot, in the columns of both generations (pyifcb, ifcb/data/adc.py). */
class IfcbTest {
    private static final String NEW = "D20130526T095207_IFCB013";
    private static final String OLD = "IFCB5_2012_028_081515";

    /** Width and height of the targets; the second has no image. */
    private static final int[][] SIZES = {{3, 2}, {0, 0}, {2, 4}, {5, 1}};

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private static Upload bin(String name) {
        int first = name.equals(OLD) ? 11 : 15;
        StringBuilder adc = new StringBuilder();
        ByteArrayOutputStream roi = new ByteArrayOutputStream();
        for (int[] size : SIZES) {
            String[] cells = new String[first + 5];
            Arrays.fill(cells, "0.5");
            cells[first] = "" + size[0];
            cells[first + 1] = "" + size[1];
            cells[first + 2] = "" + roi.size();
            adc.append(String.join(",", cells)).append("\r\n");
            IntStream.range(0, size[0] * size[1]).forEach(pixel -> roi.write(roi.size()));
        }
        return new Upload()
                .with("2013/" + name + ".adc", adc.toString())
                .with("2013/" + name + ".hdr", "softwareVersion: 1\n")
                .with("2013/" + name + ".roi", roi.toByteArray());
    }

    private ImportManifest importing(Upload upload, boolean labelled) throws Exception {
        upload.putLoose(context, "ifcb");
        return ImportInputs.imported(context, ImportInputs.of("ifcb", Layout.IFCB, labelled));
    }

    @ParameterizedTest
    @CsvSource({NEW, OLD})
    void everyTargetWithAnImageBecomesOne(String name) throws Exception {
        ImportManifest manifest = importing(bin(name), false);
        assertThat(manifest.images())
                .extracting(Image::source)
                .containsExactly(
                        "2013/%s_00001.png".formatted(name),
                        "2013/%s_00003.png".formatted(name),
                        "2013/%s_00004.png".formatted(name));
        try (SourceShard shard = SourceShard.open(
                        context.artifacts().fetch(manifest.shards().getFirst()));
                InputStream png = shard.open(manifest.images().get(1).key())) {
            BufferedImage image = ImageIO.read(png);
            assertThat(image.getWidth()).isEqualTo(2);
            assertThat(image.getHeight()).isEqualTo(4);
            assertThat(image.getRaster().getPixels(0, 0, 2, 4, (int[]) null))
                    .containsExactly(6, 7, 8, 9, 10, 11, 12, 13);
        }
    }

    @Test
    void aTableGivesTheClasses() throws Exception {
        ImportManifest manifest = importing(bin(NEW).with("classes.csv", """
                        image,class
                        D20130526T095207_IFCB013_00001,Chaetoceros
                        D20130526T095207_IFCB013_00003.png,"Ciliate, mixed"
                        D20130526T095207_IFCB013_00002,Chaetoceros
                        """), true);
        assertThat(manifest.images().stream().collect(Collectors.toMap(Image::source, Image::className)))
                .isEqualTo(Map.of(
                        "2013/" + NEW + "_00001.png", "Chaetoceros", "2013/" + NEW + "_00003.png", "Ciliate, mixed"));
        assertThat(manifest.leftOut())
                .containsExactly(new LeftOut(
                        NEW + "_00002", "was not uploaded, although the table classes.csv, line 4 names it"));
        assertThat(manifest.setAside())
                .containsExactly(new LeftOut("2013/" + NEW + "_00004.png", "has no class in classes.csv"));
    }

    @Test
    void wrongBinsAreRefusedInOneSentence() throws Exception {
        Upload cut = bin(NEW);
        cut.with("2013/" + NEW + ".roi", new byte[10]);
        refused(cut, "The file 2013/" + NEW + ".roi of an IFCB is too short");
        Upload without = bin(NEW);
        without.files().remove("2013/" + NEW + ".adc");
        refused(
                without.with("2013/other.adc", ""),
                "only one file of the bins 2013/%s.roi, 2013/other.adc".formatted(NEW));
        refused(bin(NEW).with("2013/" + NEW + ".adc", "1,2,3\n"), "is wrong in row 1: it has 3 columns");
        refused(
                bin(NEW).with("2013/" + NEW + ".adc", "1,".repeat(15) + "90000,90000,0,0\n"),
                "its image cannot be 90000 x 90000 pixels from byte 0 on");
        refused(Upload.ofClasses(1, "a", "b"), "has no bins of an IFCB");
    }

    private void refused(Upload upload, String sentence) throws IOException {
        LocalContext own = new LocalContext(folder.resolve("refused" + sentence.hashCode()));
        upload.putLoose(own, "ifcb");
        assertThatThrownBy(() -> own.run(new DatasetImportStep(), ImportInputs.of("ifcb", Layout.IFCB, false)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
    }
}
