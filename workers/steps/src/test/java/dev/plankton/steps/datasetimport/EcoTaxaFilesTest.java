package dev.plankton.steps.datasetimport;

import static dev.plankton.steps.datasetimport.Upload.images;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of EcoTaxa as its importer, its exporter and spreadsheets write them. */
class EcoTaxaFilesTest {
    private static final String HEADER =
            "object_id\timg_file_name\timg_rank\tobject_annotation_status\tobject_annotation_category\n";
    private static final String TYPES = "[t]\t[t]\t[f]\t[t]\t[t]\n";

    /** Larvae in two stages, which differ by one accent. */
    private static final String ACCENTS = "a\ta.png\t0\tvalidated\tlarv\u00e9e\nb\tb.png\t0\tvalidated\tlarv\u00e8e\n";

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private ImportManifest importing(Upload upload, Map<String, Object> changed) throws Exception {
        upload.putLoose(context, "eco");
        Map<String, Object> values = new HashMap<>(Map.of("layout", "ecotaxa"));
        values.putAll(changed);
        return ImportInputs.imported(context, ImportInputs.of("eco", values));
    }

    private ImportManifest importing(Upload upload) throws Exception {
        return importing(upload, Map.of());
    }

    private static Map<String, String> classes(ImportManifest manifest) {
        return manifest.images().stream().collect(Collectors.toMap(Image::source, Image::className));
    }

    private void refused(Upload upload, String... parts) {
        assertThatThrownBy(() -> importing(upload))
                .isInstanceOf(BadInputException.class)
                .hasMessageContainingAll(parts);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', ''",
        "UTF-8, \uFEFF, ''",
        "UTF-16LE, \uFEFF, ''",
        "UTF-16BE, \uFEFF, ''",
        "UTF-16LE, '', UTF-16LE",
        "ISO-8859-1, '', ISO-8859-1"
    })
    void everyEncodingGivesTheSameClasses(String charset, String mark, String remark) throws Exception {
        byte[] table = ((mark == null ? "" : mark) + HEADER + TYPES + ACCENTS).getBytes(Charset.forName(charset));
        ImportManifest manifest = importing(images("a.png", "b.png").with("ecotaxa_s.tsv", table));
        assertThat(classes(manifest)).isEqualTo(Map.of("a.png", "larv\u00e9e", "b.png", "larv\u00e8e"));
        assertThat(manifest.remarks())
                .isEqualTo(
                        remark == null || remark.isEmpty()
                                ? List.of()
                                : List.of("The table ecotaxa_s.tsv was read as %s, because it is not UTF-8."
                                        .formatted(remark)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void linesMayEndInAnyWay(String end) throws Exception {
        ImportManifest manifest =
                importing(images("a.png", "b.png").with("ecotaxa_s.tsv", (HEADER + ACCENTS).replace("\n", end)));
        assertThat(classes(manifest)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecotaxa_s.txt", "ECOTAXA_S.TSV", "ecotaxa.tsv", "Ecotaxa_export_1_20260101_0101.tsv"})
    void tablesAreKnownByTheirNames(String name) throws Exception {
        assertThat(classes(importing(images("a.png", "b.png").with(name, HEADER + TYPES + ACCENTS))))
                .hasSize(2);
    }

    @Test
    void aCategoryCanBeKnownByItsNumberAlone() throws Exception {
        String numbers = HEADER.replace("category", "category_id") + TYPES
                + "a\ta.png\t0\tvalidated\t80001\nb\tb.png\t0\tvalidated\t80002\n";
        assertThat(classes(importing(images("a.png", "b.png").with("ecotaxa_s.tsv", numbers))))
                .isEqualTo(Map.of("a.png", "80001", "b.png", "80002"));
    }

    @Test
    void categoriesOfOneNameAndSeveralNumbersAreOneClassWithARemark() throws Exception {
        String both = HEADER.replace("\n", "\tobject_annotation_category_id\n")
                + "a\ta.png\t0\tvalidated\tegg\t1\nb\tb.png\t0\tvalidated\tegg\t2\nc\tc.png\t0\tvalidated\tjelly\t3\n";
        ImportManifest manifest = importing(images("a.png", "b.png", "c.png").with("ecotaxa_s.tsv", both));
        assertThat(classes(manifest)).isEqualTo(Map.of("a.png", "egg", "b.png", "egg", "c.png", "jelly"));
        assertThat(manifest.remarks())
                .containsExactly("Categories of one name and several numbers were taken as one class: egg (1, 2).");
    }

    @Test
    void namesAreComparedInUnicodesComposedFormAndExtensionsInSmallLetters() throws Exception {
        String table = HEADER + "a\t" + Normalizer.normalize("m\u00e9d.PNG", Normalizer.Form.NFD)
                + "\t0\tvalidated\t" + Normalizer.normalize("larv\u00e9e", Normalizer.Form.NFD)
                + "\nb\tb.png\t0\tvalidated\tlarv\u00e9e\nc\tc.Png\t0\tvalidated\tegg\n";
        assertThat(classes(importing(images("m\u00e9d.png", "b.png", "c.PNG").with("ecotaxa_s.tsv", table))))
                .isEqualTo(Map.of("m\u00e9d.png", "larv\u00e9e", "b.png", "larv\u00e9e", "c.PNG", "egg"));
    }

    @Test
    void aRepeatedRowCountsOnce() throws Exception {
        String row = "a\ta.png\t0\tvalidated\tegg\n";
        ImportManifest manifest = importing(images("a.png", "b.png")
                .with("ecotaxa_s.tsv", HEADER + TYPES + row + row + "b\tb.png\t0\tvalidated\tjelly\n"));
        assertThat(classes(manifest)).isEqualTo(Map.of("a.png", "egg", "b.png", "jelly"));
        assertThat(manifest.remarks()).containsExactly("The tables repeat 1 rows; each was counted once.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,a.png,0,validated,jelly | is 'egg' (validated) there and 'jelly' (validated) here",
                "a,a.png,0,predicted,egg | is 'egg' (validated) there and 'egg' (predicted) here",
                "a,b.png,0,validated,egg | has two images of rank 0, 'a.png' and 'b.png'",
                "a,a.png,1,validated,egg | has the image 'a.png' with two ranks",
                "c,a.png,0,validated,egg | The image a.png belongs to two objects"
            })
    void rowsThatContradictEachOtherAreRefusedWithBothPlaces(String row, String fault) throws Exception {
        String table = HEADER + TYPES + "a\ta.png\t0\tvalidated\tegg\n" + row.replace(',', '\t') + "\n";
        refused(
                images("a.png", "b.png").with("ecotaxa_s.tsv", table),
                fault,
                "the table ecotaxa_s.tsv, line 3",
                "the table ecotaxa_s.tsv, line 4");
    }

    @Test
    void twoTablesThatContradictEachOtherAreRefused() throws Exception {
        String header = "objid\t" + HEADER;
        refused(
                images("a.png", "b.png")
                        .with("ecotaxa_1.tsv", header + "7\ta\ta.png\t0\tvalidated\tegg\n")
                        .with("ecotaxa_2.tsv", header + "7\ta\ta.png\t0\tvalidated\tjelly\n"),
                "the table ecotaxa_1.tsv, line 2",
                "the table ecotaxa_2.tsv, line 2");
    }

    @Test
    void anObjectThatTwoTablesNameAlikeCountsOnce() throws Exception {
        Upload upload = images("a.png", "b.png")
                .with("ecotaxa_1.tsv", HEADER + "a\ta.png\t0\tvalidated\tegg\nb\tb.png\t0\tvalidated\tjelly\n")
                .with("ecotaxa_2.tsv", HEADER + "a\ta.png\t0\tvalidated\tegg\n");
        ImportManifest manifest = importing(upload);
        assertThat(classes(manifest)).isEqualTo(Map.of("a.png", "egg", "b.png", "jelly"));
        assertThat(manifest.remarks()).containsExactly("The tables repeat 1 rows; each was counted once.");
        refused(
                upload.with("ecotaxa_2.tsv", HEADER + "a\ta.png\t0\tvalidated\tjelly\n"),
                "The image a.png belongs to two objects",
                "the table ecotaxa_1.tsv, line 2",
                "the table ecotaxa_2.tsv, line 2");
    }

    @Test
    void objectsOfTwoProjectsMayHaveTheSameName() throws Exception {
        String byNumber = "objid\t" + HEADER + "1\ta\ta.png\t0\tvalidated\tegg\n2\ta\tb.png\t0\tvalidated\tjelly\n";
        assertThat(classes(importing(images("a.png", "b.png").with("ecotaxa_1.tsv", byNumber))))
                .isEqualTo(Map.of("a.png", "egg", "b.png", "jelly"));
    }

    @Test
    void objectsOfTwoSamplesMayHaveTheSameName() throws Exception {
        String bySample = "sample_id\t" + HEADER + "s\ta\ta.png\t0\tvalidated\tegg\nt\ta\tb.png\t0\tvalidated\tjelly\n";
        assertThat(classes(importing(images("a.png", "b.png").with("ecotaxa_1.tsv", bySample))))
                .isEqualTo(Map.of("a.png", "egg", "b.png", "jelly"));
    }

    @ParameterizedTest
    @CsvSource({"lowest, _0", "highest, _100", "0, _0", "100, _100"})
    void theRankOfTheImageCanBeChosen(String imageRank, String ending) throws Exception {
        ImportManifest manifest = importing(uvp6(), Map.of("imageRank", imageRank));
        assertThat(classes(manifest))
                .isEqualTo(Map.of("images/1" + ending + ".png", "egg", "images/2" + ending + ".png", "jelly"));
        assertThat(manifest.setAside()).hasSize(2);
        assertThat(manifest.leftOut()).isEmpty();
    }

    @Test
    void anObjectWithoutTheChosenRankIsLeftOut() throws Exception {
        ImportManifest manifest = importing(uvp6(), Map.of("imageRank", "5"));
        assertThat(manifest.images()).isEmpty();
        assertThat(manifest.leftOut())
                .contains(new LeftOut("images/1_100.png", "is of the object 'u1', which has no image of rank 5"))
                .hasSize(2);
    }

    private static Upload uvp6() throws IOException {
        StringBuilder table = new StringBuilder(HEADER);
        for (int object = 1; object <= 2; object++) {
            for (int rank : new int[] {100, 0}) {
                table.append("u%1$d\timages/%1$d_%2$d.png\t%2$d\tvalidated\t%3$s\n"
                        .formatted(object, rank, object == 1 ? "egg" : "jelly"));
            }
        }
        return images("images/1_0.png", "images/1_100.png", "images/2_0.png", "images/2_100.png")
                .with("ecotaxa_export_1_20260101_0000.tsv", table.toString());
    }

    @Test
    void aMissingImageIsLeftOutAndAnotherRankDoesNotStandIn() throws Exception {
        Upload upload = uvp6();
        upload.files().remove("images/1_0.png");
        ImportManifest manifest = importing(upload);
        assertThat(classes(manifest)).isEqualTo(Map.of("images/2_0.png", "jelly"));
        assertThat(manifest.leftOut())
                .containsExactly(
                        new LeftOut(
                                "images/1_0.png",
                                "was not uploaded, although the table ecotaxa_export_1_20260101_0000.tsv, line 3 names it as the image of the object 'u1'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "predicted,egg | no object is validated: the tables name 2 objects predicted",
                "_,egg | no object is validated: the tables name 2 objects without a status",
                "validated,_ | the category is blank for all 2 validated objects"
            })
    void withoutALabelTheMessageSaysWhatWouldMakeOne(String said, String fault) throws Exception {
        String ending = "\t0\t" + said.replace("_", "").replace(',', '\t') + "\n";
        refused(
                images("a.png", "b.png")
                        .with("ecotaxa_s.tsv", HEADER + TYPES + "a\ta.png" + ending + "b\tb.png" + ending),
                fault,
                "export them again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,\"a.png,0,validated,egg | line 3: a quotation mark opens there and is never closed",
                "a,a.png,0,validated,egg,jelly | line 3: it has 6 cells where the header has 5",
                "a,a.png,0 | line 3: it has 3 cells where the header has 5, so that 'object_annotation_status' is missing",
                "a,a.png,first,validated,egg | line 3: the img_rank 'first' is not a whole number",
                "a,a.png,0,validated,e\u0001g | holds control characters",
                ",a.png,0,validated,egg | line 3: the object_id is blank"
            })
    void aWrongLineIsRefusedWithItsNumber(String row, String fault) throws Exception {
        refused(
                images("a.png", "b.png")
                        .with(
                                "ecotaxa_s.tsv",
                                HEADER + TYPES + row.replace(',', '\t') + "\nb\tb.png\t0\tvalidated\tegg\n"),
                fault);
    }

    @Test
    void aColumnThatStandsThereTwiceIsRefused() throws Exception {
        refused(
                images("a.png")
                        .with(
                                "ecotaxa_s.tsv",
                                HEADER.replace("\n", "\tobject_annotation_category\n")
                                        + ACCENTS.replace("\n", "\tegg\n")),
                "it has the column 'object_annotation_category' twice");
    }
}
