package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.PixelSizeTable;
import dev.plankton.contracts.formats.SizeUnit;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pixel sizes of EcoTaxa's tables. */
class PixelSizesTest {
    private static final String HEADER =
            "object_id\timg_file_name\timg_rank\tobject_annotation_status\tobject_annotation_category\tacq_pixel\tprocess_pixel\n";
    private static final String ONE = "a\ta.png\t0\tvalidated\tegg\t73\t\n";
    private static final String ANOTHER = "b\tb.png\t0\tvalidated\tjelly\t147,50\t\n";

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    /** Imports images a.png to d.png with a table of these lines. */
    private ImportManifest importing(boolean labelled, String... lines) throws Exception {
        Upload.images("a.png", "b.png", "c.png", "d.png")
                .with("ecotaxa_1.tsv", HEADER + String.join("", lines))
                .putLoose(context, "eco");
        return ImportInputs.imported(context, ImportInputs.of("eco", Layout.ECOTAXA, labelled));
    }

    private Map<String, Double> sizes(ImportManifest manifest, SizeUnit unit) throws Exception {
        PixelSizeTable table = PixelSizeTable.read(
                context.artifacts().fetch(manifest.pixelSizes().orElseThrow()));
        assertThat(table.unit()).isEqualTo(unit);
        Map<String, Double> sizes = new TreeMap<>();
        for (ImportManifest.Image image : manifest.images()) {
            OptionalDouble size = table.of(image.key());
            sizes.put(image.source(), size.orElseThrow());
        }
        return sizes;
    }

    /** The row of an object that is not used need not give one. */
    @Test
    void thoseOfTheUsedImagesAreKept() throws Exception {
        ImportManifest manifest = importing(true, ONE, ANOTHER, "c\tc.png\t0\tpredicted\tegg\t\t5\n");
        assertThat(sizes(manifest, new SizeUnit("acq_pixel"))).isEqualTo(Map.of("a.png", 73.0, "b.png", 147.5));
        assertThat(manifest.remarks())
                .contains(
                        "The tables give several pixel sizes (acq_pixel: 73, 147.5); sizeFeature compares the images by their sizes in pixels times acq_pixel.");
    }

    @Test
    void imagesWithoutLabelsHaveThemToo() throws Exception {
        ImportManifest manifest = importing(false, ONE, "b\tb.png\t0\t\t\t73.0\t\n");
        assertThat(sizes(manifest, new SizeUnit("acq_pixel"))).isEqualTo(Map.of("a.png", 73.0, "b.png", 73.0));
        assertThat(manifest.remarks()).isEmpty();
    }

    /** The last line ends before the columns, which no layout needs. */
    @Test
    void whereSomeAreMissingNoneAreKept() throws Exception {
        ImportManifest manifest = importing(true, ONE, ANOTHER, "c\tc.png\t0\tvalidated\tegg\n");
        assertThat(manifest.pixelSizes()).isEmpty();
        assertThat(manifest.remarks())
                .containsExactly(
                        "The tables give several pixel sizes (acq_pixel: 73, 147.5), but none for 1 images, so the sizes of the images cannot be compared; leave sizeFeature at false.");
    }

    @Test
    void sizesOfSeveralColumnsAreNotCompared() throws Exception {
        ImportManifest manifest = importing(true, ONE, "b\tb.png\t0\tvalidated\tjelly\tunknown\t0,750\n");
        assertThat(manifest.pixelSizes()).isEmpty();
        assertThat(manifest.remarks())
                .containsExactly(
                        "The tables give several pixel sizes (acq_pixel: 73; process_pixel: 0.75), in several columns, so the sizes of the images cannot be compared; leave sizeFeature at false.");
    }

    @Test
    void anImageWithTwoPixelSizesHasNone() throws Exception {
        ImportManifest manifest = importing(true, ONE, ANOTHER, ONE.replace("73", "74"));
        assertThat(manifest.pixelSizes()).isEmpty();
        assertThat(manifest.images()).hasSize(2);
    }

    @Test
    void sizesThatCannotBeAreNone() throws Exception {
        ImportManifest manifest = importing(true, ONE.replace("73", "0"), ANOTHER.replace("147,50", "-1"));
        assertThat(manifest.pixelSizes()).isEmpty();
        assertThat(manifest.remarks()).isEmpty();
    }
}
