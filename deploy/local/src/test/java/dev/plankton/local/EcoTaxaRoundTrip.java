package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.plankton.app.Upload;
import dev.plankton.contracts.ids.UploadName;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A backup of EcoTaxa over two projects, with accents, quotation marks, equal images and objects in all states, is
 * classified; the table of predictions is read by EcoTaxa's rules (ecotaxa_back, py/BO/TSVFile.py).
 */
final class EcoTaxaRoundTrip {
    private static final List<String> STATES =
            List.of("predicted", "validated", "", "dubious", "Validated", "discarded");

    /** Objects have the same names in both projects. */
    private static final List<String> SAMPLES = List.of("tara_\u00e9t\u00e9", "tara_hiver");

    private final TestSystem system;

    EcoTaxaRoundTrip(TestSystem system) {
        this.system = system;
    }

    /**
     * @param images some images, one for each two objects
     * @param model of a run
     */
    void check(List<Path> images, String model, Path folder) throws Exception {
        Path backup = folder.resolve("backup.zip");
        List<List<String>> expected = write(backup, images);
        new Upload(system.objects()).send(backup, new UploadName("backup"));
        Workflow ended =
                system.run("plankton_classify", Map.of("dataset", "backup", "layout", "ecotaxa", "model", model));
        assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(ended.getOutput()).containsEntry("images", SAMPLES.size() * STATES.size());
        String report = String.valueOf(ended.getOutput().get("reportKey"));
        try (InputStream in = system.objects().open(report.replaceFirst("[^/]*$", "ecotaxa_predictions.tsv"))) {
            assertThat(read(in.readAllBytes())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** Writes the backup. @return what the table of predictions must say: image, object and status */
    private static List<List<String>> write(Path file, List<Path> images) throws IOException {
        List<List<String>> expected = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int s = 0; s < SAMPLES.size(); s++) {
                String sample = SAMPLES.get(s);
                StringBuilder table = new StringBuilder("\uFEFF\"img_file_name\"\t\"img_rank\"\t\"object_id\"\t"
                        + "\"object_annotation_status\"\t\"object_annotation_category\"\t\"sample_id\"\n"
                        + "\"[t]\"\t\"[t]\"\t\"[t]\"\t\"[t]\"\t\"[t]\"\t\"[t]\"\n");
                for (int o = 0; o < STATES.size(); o++) {
                    String state = STATES.get(o);
                    String name = "m\u00e9d_%d_%d.png".formatted(s, o);
                    String object = "\"b\"_\u00e9_" + o;
                    table.append("\"%s\"\t0\t\"%s\"\t\"%s\"\t\"%s\"\t\"%s\"\n"
                            .formatted(
                                    name,
                                    object.replace("\"", "\"\""),
                                    state,
                                    state.isEmpty() ? "" : "larv\u00e9e<Copepoda",
                                    sample));
                    zip.putNextEntry(new ZipEntry(sample + "/" + name));
                    Files.copy(images.get(o / 2), zip); // two objects have the same image
                    zip.closeEntry();
                    if (state.isEmpty() || state.equals("predicted")) {
                        expected.add(List.of(name, object, "predicted"));
                    }
                }
                zip.putNextEntry(new ZipEntry("%1$s/ecotaxa_%1$s.tsv".formatted(sample)));
                zip.write(table.toString().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return expected;
    }

    /** Latin-1 unless the mark of UTF-8 is there; names of columns in small letters; the second line holds types. */
    private static List<List<String>> read(byte[] bytes) throws IOException {
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        String text = latin.startsWith("\u00ef\u00bb\u00bf")
                ? new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)
                : latin;
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(text)) {
            return rows.stream()
                    .skip(1)
                    .map(row -> List.of(
                            row.getField("img_file_name").strip(),
                            row.getField("object_id").strip(),
                            row.getField("object_annotation_status").strip()))
                    .toList();
        }
    }
}
