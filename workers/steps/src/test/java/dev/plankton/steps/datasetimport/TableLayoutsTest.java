package dev.plankton.steps.datasetimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.Layout;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.ImportManifest.Image;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.tasks.DatasetImportTask;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uploads whose classes stand in tables, with the columns that ZooScanNet and EcoTaxa document. */
class TableLayoutsTest {
    private static final String BACKUP_HEADER =
            "object_lat\tobject_annotation_category\timg_file_name\timg_rank\tobject_annotation_status\tobject_id\n";

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private ImportManifest importing(String dataset, Layout layout, boolean labelled) throws Exception {
        return ImportInputs.imported(context, ImportInputs.of(dataset, layout, labelled));
    }

    private static Map<String, String> classes(ImportManifest manifest) {
        return manifest.images().stream().collect(Collectors.toMap(Image::source, Image::className));
    }

    private static Map<String, Split> splits(ImportManifest manifest) {
        return manifest.images().stream()
                .filter(image -> image.split().isPresent())
                .collect(Collectors.toMap(Image::source, image -> image.split().orElseThrow()));
    }

    private static Map<String, String> objectIds(ImportManifest manifest) {
        return manifest.images().stream()
                .collect(Collectors.toMap(Image::source, image -> image.object().objectId()));
    }

    private static Upload zooScanNet(String table) throws IOException {
        return new Upload()
                .with("ZooScanNet/imgs/Acartia/1.png", Upload.png(1))
                .with("ZooScanNet/imgs/Acartia/2.png", Upload.png(2))
                .with("ZooScanNet/imgs/egg__other/3.png", Upload.png(3))
                .with("ZooScanNet/imgs/egg__other/4.png", Upload.png(4))
                .with("ZooScanNet/imgs/Acartia/5.png", Upload.png(5))
                .with("ZooScanNet/imgs/Acartia/6.png", Upload.png(6))
                .with("ZooScanNet/taxa.csv.gz", Upload.gzip(table.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void zooScanNetKeepsItsClassesAndSplit() throws Exception {
        String table = """
                set,lineage,taxon,objid
                train,"living>Crustacea, all",Acartia,1
                val,,Acartia,2
                valid,,egg<other,3
                test,,egg__other,4
                test,,Oithona,5
                train,,Acartia,99
                """;
        Upload.put(context, "datasets/zoo/ZooScanNet.tar", zooScanNet(table).tar());

        ImportManifest manifest = importing("zoo", Layout.ZOOSCANNET, true);

        assertThat(manifest.classes()).containsExactly("Acartia", "Oithona", "egg<other");
        assertThat(classes(manifest))
                .isEqualTo(Map.of(
                        "ZooScanNet/imgs/Acartia/1.png", "Acartia",
                        "ZooScanNet/imgs/Acartia/2.png", "Acartia",
                        "ZooScanNet/imgs/egg__other/3.png", "egg<other",
                        "ZooScanNet/imgs/egg__other/4.png", "egg<other"));
        assertThat(splits(manifest))
                .isEqualTo(Map.of(
                        "ZooScanNet/imgs/Acartia/1.png", Split.TRAIN,
                        "ZooScanNet/imgs/Acartia/2.png", Split.VALIDATION,
                        "ZooScanNet/imgs/egg__other/3.png", Split.VALIDATION,
                        "ZooScanNet/imgs/egg__other/4.png", Split.TEST));
        assertThat(objectIds(manifest)).containsEntry("ZooScanNet/imgs/Acartia/1.png", "1");
        assertThat(manifest.leftOut())
                .containsExactlyInAnyOrder(
                        new LeftOut(
                                "99", "was not uploaded, although the table ZooScanNet/taxa.csv.gz, line 7 names it"),
                        new LeftOut(
                                "ZooScanNet/imgs/Acartia/5.png",
                                "is in the folder of 'Acartia', but ZooScanNet/taxa.csv.gz says 'Oithona'"),
                        new LeftOut("ZooScanNet/imgs/Acartia/6.png", "is not in ZooScanNet/taxa.csv.gz"));
        assertThat(manifest.setAside()).isEmpty();
    }

    /** The columns and paths of the release at SEANOE 55741. */
    private static Upload currentRelease(String... more) throws IOException {
        String table = """
                objid,taxon_level1,lineage_level1,taxon_level2,plankton,set,img_path
                1,Acartia,"living, all",Copepoda,True,train,imgs/Acartia/1.png
                2,egg<other,living,egg,True,valid,imgs/egg__other/2.png
                3,Oithona,living,Copepoda,True,test,imgs/Oithona/3.png
                4,Acartia,living,Copepoda,True,test,imgs/Acartia/4.PNG
                """;
        return new Upload()
                .with("ZooScanNet_data/imgs/Acartia/1.png", Upload.png(1))
                .with("ZooScanNet_data/imgs/egg__other/2.png", Upload.png(2))
                .with("ZooScanNet_data/imgs/Oithona/3.png", Upload.png(3))
                .with("ZooScanNet_data/imgs/Acartia/4.png", Upload.png(4))
                .with("ZooScanNet_data/taxa.csv", table + String.join("\n", more));
    }

    @Test
    void theCurrentReleaseOfZooScanNetHasTwoLevelsAndPaths() throws Exception {
        currentRelease().putLoose(context, "level1");
        ImportManifest manifest = importing("level1", Layout.ZOOSCANNET, true);
        assertThat(classes(manifest).values()).containsExactlyInAnyOrder("Acartia", "Acartia", "egg<other", "Oithona");
        assertThat(splits(manifest)).containsEntry("ZooScanNet_data/imgs/egg__other/2.png", Split.VALIDATION);
        assertThat(manifest.leftOut()).isEmpty();

        currentRelease().putLoose(context, "level2");
        DatasetImportTask.Output output = context.run(
                new DatasetImportStep(),
                ImportInputs.of("level2", Map.of("layout", Layout.ZOOSCANNET, "taxonLevel", 2)));
        assertThat(Datasets.readImport(output.imported(), context).classes()).containsExactly("Copepoda", "egg");
    }

    @Test
    void aBlankTaxonOfZooScanNetLeavesItsImageOut() throws Exception {
        currentRelease("5,,living,Copepoda,True,test,imgs/none/5.png\n")
                .with("ZooScanNet_data/imgs/none/5.png", Upload.png(5))
                .putLoose(context, "blank");
        assertThat(importing("blank", Layout.ZOOSCANNET, true).leftOut())
                .containsExactly(new LeftOut(
                        "ZooScanNet_data/imgs/none/5.png", "has a blank taxon in ZooScanNet_data/taxa.csv"));
    }

    @Test
    void wrongTablesOfTaxaAreRefusedInOneSentence() throws Exception {
        refusedZoo(
                "a",
                "objid,set\n1,train\n",
                "The table ZooScanNet/taxa.csv.gz cannot be used: it has no column 'taxon_level1' or 'taxon';");
        refusedZoo(
                "b",
                "objid,taxon,set\n1,Acartia,train\n1,Acartia,test\n",
                "The table ZooScanNet/taxa.csv.gz is wrong in line 3: the objid 1 appears twice, and the rows differ;");
        refusedZoo(
                "c",
                "objid,taxon,set\n1,Acartia,tset\n",
                "the set is 'tset', none of train, training, val, valid, validation, test, testing");
        refusedZoo("d", "objid,taxon\n1," + "x".repeat(3 << 20) + "\n", "it is not a table");
        refusedZoo("f", "objid,taxon\n1,Acar\0tia\n", "its taxon 'Acar?tia' holds control characters");
        refusedZoo("g", "objid,taxon\n1," + "é".repeat(600) + "\n", "its taxon is longer than 1,024 bytes");
        byte[] cut = Upload.gzip("objid,taxon\n1,Acartia\n".getBytes(StandardCharsets.UTF_8));
        zooScanNet("")
                .with("ZooScanNet/taxa.csv.gz", Arrays.copyOf(cut, cut.length - 9))
                .putLoose(context, "e");
        assertThatThrownBy(() -> importing("e", Layout.ZOOSCANNET, true)).hasMessageContaining("it ends too early");
        Upload.ofClasses(3, "imgs").putLoose(context, "none");
        assertThatThrownBy(() -> importing("none", Layout.ZOOSCANNET, true))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has no table of taxa; ZooScanNet has one taxa.csv");
    }

    private void refusedZoo(String dataset, String table, String sentence) throws IOException {
        zooScanNet(table).putLoose(context, dataset);
        assertThatThrownBy(() -> importing(dataset, Layout.ZOOSCANNET, true))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aTableThatUnpacksToTooMuchIsRefused() throws Exception {
        String bomb = "objid,taxon\n"
                + IntStream.range(0, 1 << 17).mapToObj(i -> i + ",Acartia\n").collect(Collectors.joining());
        zooScanNet(bomb).putLoose(context, "bomb");
        DatasetImportStep step = new DatasetImportStep(new Limits(100, 1 << 20, 1 << 20, 1 << 20, 10));
        assertThatThrownBy(() -> context.run(step, ImportInputs.of("bomb", Layout.ZOOSCANNET, true)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("taxa.csv.gz cannot be used: it holds more than 1 MB");
    }

    /** Two samples as EcoTaxa backs them up: a line of types below the header, images beside the table. */
    private static Upload backup() throws IOException {
        return new Upload()
                .with(
                        "s1/ecotaxa_s1.tsv",
                        "\uFEFF" + BACKUP_HEADER.replace("\n", "\r\n") + "[f]\t[t]\t[t]\t[f]\t[t]\t[t]\r\n"
                                + "43.1\tegg<other\ta_1.png\t1\tvalidated\ta\r\n"
                                + "43.1\tegg<other\ta_0.png\t0\tvalidated\ta\r\n"
                                + "43.1\tAcartia\tb.png\t0\tvalidated\tb\r\n"
                                + "43.1\tAcartia\tc.png\t0\tpredicted\tc\r\n")
                .with("s1/a_0.png", Upload.png(10))
                .with("s1/a_1.png", Upload.png(11))
                .with("s1/b.png", Upload.png(12))
                .with("s1/c.png", Upload.png(13))
                .with(
                        "s2/ecotaxa_s2.tsv",
                        BACKUP_HEADER + "[f]\t[t]\t[t]\t[f]\t[t]\t[t]\n"
                                + "43.1\tAcartia\tb.png\t0\tvalidated\tb\n"
                                + "43.1\tAcartia\tgone.png\t0\tvalidated\td\n")
                .with("s2/b.png", Upload.png(14))
                .with("s2/stray.png", Upload.png(15));
    }

    @Test
    void anEcoTaxaBackupGivesItsValidatedObjects() throws Exception {
        Upload.put(context, "datasets/eco/backup.zip", backup().zip());

        ImportManifest manifest = importing("eco", Layout.ECOTAXA, true);

        assertThat(classes(manifest))
                .isEqualTo(Map.of("s1/a_0.png", "egg<other", "s1/b.png", "Acartia", "s2/b.png", "Acartia"));
        assertThat(objectIds(manifest)).isEqualTo(Map.of("s1/a_0.png", "a", "s1/b.png", "b", "s2/b.png", "b"));
        assertThat(splits(manifest)).isEmpty();
        assertThat(manifest.leftOut())
                .containsExactly(
                        new LeftOut(
                                "gone.png",
                                "was not uploaded, although the table s2/ecotaxa_s2.tsv, line 4 names it as the image of the object 'd'"),
                        new LeftOut("s2/stray.png", "is not in any table"));
        assertThat(manifest.remarks())
                .containsExactly(
                        "The tables name 1 object predicted, 4 objects validated; only validated objects are learnt from.");
        assertThat(manifest.setAside())
                .containsExactlyInAnyOrder(
                        new LeftOut("s1/a_1.png", "is another image of the object 'a'"),
                        new LeftOut("s1/c.png", "is not validated (its status is 'predicted')"));
    }

    @Test
    void withoutLabelsEveryObjectOfEcoTaxaIsTaken() throws Exception {
        Upload.put(context, "datasets/eco/backup.zip", backup().zip());
        ImportManifest manifest = importing("eco", Layout.ECOTAXA, false);
        assertThat(objectIds(manifest))
                .isEqualTo(Map.of("s1/a_0.png", "a", "s1/b.png", "b", "s1/c.png", "c", "s2/b.png", "b"));
        assertThat(manifest.classes()).isEmpty();
    }

    @Test
    void anEcoTaxaExportNamesItsImagesByObjectAndRank() throws Exception {
        new Upload()
                .with("ecotaxa_export_42_20260102_0304.tsv", """
                        "objid"	"object_id"	"object_annotation_status"	"object_annotation_category"	"img_file_name"	"img_rank"
                        "7001"	"s_a"	"validated"	"egg<other"	"whatever the camera called it.png"	"0"
                        "7002"	"s_b"	"Validated"	"Acartia ""small""\"	"b.jpg"	"0"
                        "7003"	"s_c"	"dubious"	"Acartia"	"c.jpg"	"0"
                        """)
                .with("images/egg_other/7001_0.png", Upload.png(21))
                .with("images/Acartia _small_/7002_0.png", Upload.png(22))
                .with("images/Acartia/7003_0.png", Upload.png(23))
                .putLoose(context, "export");

        ImportManifest manifest = importing("export", Layout.ECOTAXA, true);

        assertThat(classes(manifest))
                .isEqualTo(Map.of(
                        "images/egg_other/7001_0.png", "egg<other",
                        "images/Acartia _small_/7002_0.png", "Acartia \"small\""));
        assertThat(objectIds(manifest)).containsEntry("images/egg_other/7001_0.png", "s_a");
    }

    @Test
    void wrongTablesOfObjectsAreRefusedInOneSentence() throws Exception {
        Upload.ofClasses(3, "s1").putLoose(context, "none");
        assertThatThrownBy(() -> importing("none", Layout.ECOTAXA, true))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has no table ecotaxa*.tsv or ecotaxa*.txt;");
        Upload.ofClasses(1, "s1")
                .with("s1/ecotaxa_s1.tsv", "img_file_name\tobject_id\n0.png\tx\n")
                .putLoose(context, "bare");
        assertThatThrownBy(() -> importing("bare", Layout.ECOTAXA, true))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "The table s1/ecotaxa_s1.tsv cannot be used: it has no column 'object_annotation_status', and none called 'object_annotation_category' or 'object_annotation_category_id';"
                                + " correct the table and upload it again.");
        assertThat(importing("bare", Layout.ECOTAXA, false).images()).hasSize(1);
    }
}
