package dev.plankton.steps.groups;

import static dev.plankton.steps.newimages.DrawnModel.EMBEDDERS;
import static dev.plankton.steps.newimages.DrawnModel.ENGINES;
import static dev.plankton.steps.newimages.DrawnModel.SIDE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.EmbeddingEngine;
import dev.plankton.contracts.choices.GroupFrom;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.EmbeddingTable;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.tasks.GroupsTask;
import dev.plankton.db.rows.DiscoveryRow;
import dev.plankton.engine.testing.DrawnDataset;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.newimages.DrawnModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A model of three kinds of stripes is shown new images of these, and of discs and rings, which it never saw. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GroupsStepTest {
    private static final int EACH = 12;
    private static final int DISC = 3;
    private static final int KINDS = 5;

    private LocalContext context;
    private ArtifactId model;
    private DrawnModel.Upload upload;
    private GroupsTask.Output output;

    @BeforeAll
    void group(@TempDir Path folder) throws Exception {
        context = new LocalContext(folder);
        model = DrawnModel.publish(context, folder);
        DatasetManifest shown = DrawnDataset.publish(context, KINDS, EACH, 0, 0, SIDE, 77, GroupsStepTest::draw)
                .manifest();
        upload = DrawnModel.upload(context, shown, image -> true);
        output = run(input(GroupFrom.FAR, Optional.empty(), 3, 1));
    }

    private static byte[] draw(int kind, int side, Random random) {
        if (kind < DISC) {
            return DrawnDataset.draw(kind, side, random);
        }
        byte[] image = new byte[side * side];
        Arrays.fill(image, (byte) 255);
        double radius = side * (0.3 + 0.02 * random.nextDouble());
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double distance = Math.hypot(x - side / 2.0, y - side / 2.0);
                if (distance < radius && (kind == DISC || distance > radius - 3)) {
                    image[y * side + x] = (byte) (20 + random.nextInt(20));
                }
            }
        }
        return image;
    }

    private GroupsTask.Input input(GroupFrom from, Optional<Integer> groups, int minimum, long seed) {
        return new GroupsTask.Input(
                model,
                upload.imported(),
                upload.shards(),
                SIDE,
                EmbeddingEngine.ONNX_RUNTIME,
                0.95,
                from,
                groups,
                minimum,
                seed);
    }

    /** This model knows small images of one kind alone, and all new images are small. */
    @Test
    void aModelThatGetsTheSizeOfImagesGetsThatOfNewOnes(@TempDir Path folder) throws Exception {
        GroupsTask.Input usual = input(GroupFrom.FAR, Optional.empty(), 3, 1);

        GroupsTask.Output sized = run(new GroupsTask.Input(
                DrawnModel.publishSized(context, folder),
                usual.imported(),
                usual.shards(),
                usual.side(),
                usual.engine(),
                usual.farQuantile(),
                usual.groupFrom(),
                usual.groups(),
                usual.minimumGroupSize(),
                usual.seed()));

        assertThat(sized.images()).isEqualTo(output.images());
        assertThat(sized.far()).isGreaterThan(output.far());
    }

    private GroupsTask.Output run(GroupsTask.Input input) throws Exception {
        return context.run(new GroupsStep(ENGINES, EMBEDDERS), input);
    }

    private ReportSection section(GroupsTask.Output of) throws Exception {
        return context.artifacts().fetchJson(of.section(), ReportSection.class);
    }

    private List<List<String>> rows(GroupsTask.Output of, String file, char separator) throws Exception {
        ArtifactId id = section(of).tables().getFirst().data().stream()
                .filter(data -> data.file().equals(file))
                .findFirst()
                .orElseThrow()
                .artifact();
        String text = Files.readString(context.artifacts().fetch(id)).replaceFirst("^\uFEFF", "");
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        }
    }

    /** The kinds of the images in each group. */
    private TreeMap<String, Set<String>> kinds(GroupsTask.Output of) throws Exception {
        return rows(of, "groups.csv", ',').stream()
                .skip(1)
                .collect(Collectors.groupingBy(
                        row -> row.get(3),
                        TreeMap::new,
                        Collectors.mapping(row -> row.get(1).replaceFirst("/.*", ""), Collectors.toSet())));
    }

    @Test
    void twoKindsThatTheModelNeverSawBecomeTwoGroups() throws Exception {
        TreeMap<String, Set<String>> kinds = kinds(output);
        assertThat(kinds.get("group_001")).hasSize(1);
        assertThat(kinds.get("group_002")).hasSize(1);
        assertThat(List.of(kinds.get("group_001"), kinds.get("group_002")))
                .containsExactlyInAnyOrder(Set.of("class3"), Set.of("class4"));
        assertThat(output.images()).isEqualTo(KINDS * EACH);
        assertThat(output.far()).isBetween(2 * EACH, 3 * EACH);
        assertThat(output.grouped()).isGreaterThanOrEqualTo(2 * EACH);
    }

    @Test
    void tellsTheRunHistoryAndShowsASheetOfEachGroup() throws Exception {
        DiscoveryRow row = context.history().all(DiscoveryRow.class).getFirst();
        assertThat(row.taken()).isEqualTo(row.far()).isEqualTo(row.sampled()).isEqualTo(output.far());
        assertThat(row.groups()).hasSize(output.groups());
        assertThat(row.groups().getFirst().name()).isEqualTo("group_001");
        assertThat(row.groups())
                .extracting(DiscoveryRow.Group::nearestClass)
                .allMatch(name -> name.matches("class[012]"));
        assertThat(row.cut().orElseThrow().agreement()).isBetween(0.1, 1.0);
        ReportSection section = section(output);
        assertThat(section.figures())
                .extracting(Figure::file)
                .containsExactlyElementsOf(row.groups().stream()
                        .map(group -> group.name() + ".png")
                        .toList());
        assertThat(section.figures().getFirst().caption())
                .matches(
                        "group_001: 12 images, the most central first, .* from the centre of class\\d, .* times as far .*");
        assertThat(section.summary())
                .contains(
                        "of 60 images of 'bay' have a higher score",
                        "95.0 %",
                        "adjusted Rand index",
                        " several pages or frames;");
        assertThat(section.tables().getLast().rows()).containsExactly(List.of("empty.png", "is empty"));
    }

    @Test
    void everyObjectIsInTheTablesAlsoOneWithTheSameImageAndOneThatIsReviewed() throws Exception {
        GroupsTask.Output all = run(input(GroupFrom.ALL, Optional.empty(), 3, 1));
        List<List<String>> ecoTaxa = rows(all, "ecotaxa_groups.tsv", '\t');
        assertThat(ecoTaxa.get(0)).containsExactly("img_file_name", "object_id", "object_plankton_group");
        assertThat(ecoTaxa.get(1)).containsExactly("[t]", "[t]", "[t]");
        assertThat(ecoTaxa).hasSize(2 + KINDS * EACH + 1);
        assertThat(ecoTaxa)
                .extracting(row -> row.get(1))
                .contains("station \"7\"", "station \u00e9t\u00e9", "class3_1");
        String[] same = ecoTaxa.stream()
                .filter(row -> row.get(1).startsWith("station"))
                .map(List::getLast)
                .toArray(String[]::new);
        assertThat(same).hasSize(2);
        assertThat(same[0]).isEqualTo(same[1]);
        List<List<String>> csv = rows(all, "groups.csv", ',');
        assertThat(csv).hasSize(1 + KINDS * EACH + 1).allMatch(row -> row.size() == 9);
        assertThat(csv.stream().filter(row -> row.get(8).equals("true")))
                .as("all are taken, and the table says which are far")
                .hasSizeBetween(output.far(), output.far() + 1);
    }

    @Test
    void aGroupBelowTheMinimumIsSingleImages() throws Exception {
        GroupsTask.Output none = run(input(GroupFrom.FAR, Optional.empty(), 100, 1));
        assertThat(none.groups()).isZero();
        assertThat(none.grouped()).isZero();
        assertThat(kinds(none).keySet()).containsExactly("single");
        assertThat(section(none).figures()).isEmpty();
        assertThat(section(none).summary())
                .contains("0 groups of 0 images", " stay single, because a group needs 100.");
    }

    @Test
    void aGivenNumberOfGroupsIsMadeWithoutChoosingACut() throws Exception {
        GroupsTask.Output two = run(input(GroupFrom.FAR, Optional.of(2), 2, 1));
        assertThat(two.groups()).isEqualTo(2);
        assertThat(two.grouped()).isEqualTo(two.far());
        assertThat(context.history().all(DiscoveryRow.class))
                .anyMatch(row -> row.cut().isEmpty() && row.groups().size() == 2);
        assertThat(section(two).summary()).contains("The number of groups, 2").doesNotContain("Rand");
    }

    @Test
    void beyondTheLimitASampleIsClusteredAndTheOthersJoin() throws Exception {
        GroupsTask.Output sampled =
                context.run(new GroupsStep(ENGINES, EMBEDDERS, 12), input(GroupFrom.FAR, Optional.of(2), 3, 4));
        assertThat(section(sampled).summary())
                .containsPattern(
                        "Of these, 12 drawn at random were clustered; .*: \\d+ of the single images are so\\.");
        assertThat(sampled.grouped()).isBetween(13, sampled.far());
        assertThat(context.history().all(DiscoveryRow.class)).anyMatch(row -> row.sampled() == 12);
    }

    @Test
    void withoutImagesThatAreFarThereAreNoGroupsAndTheRunCompletes() throws Exception {
        DatasetManifest known = DrawnDataset.publish(context, DrawnModel.KNOWN, 24, 12, 4, SIDE, 1)
                .manifest();
        DrawnModel.Upload learnt = DrawnModel.upload(context, known, image -> image.split() == Split.TRAIN);
        GroupsTask.Output none = run(new GroupsTask.Input(
                model,
                learnt.imported(),
                learnt.shards(),
                SIDE,
                EmbeddingEngine.ONNX_RUNTIME,
                0.9999,
                GroupFrom.FAR,
                Optional.empty(),
                3,
                1));
        assertThat(none.far()).isZero();
        assertThat(none.leftOut()).isEqualTo(3 * 16 + 1);
        assertThat(section(none).summary()).contains("There were too few images to make groups.");
        assertThat(rows(none, "groups.csv", ',')).hasSize(1);
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        assertThat(run(input(GroupFrom.FAR, Optional.empty(), 3, 1))).isEqualTo(output);
    }

    @Test
    void validationImagesOfOneClassCannotChooseACut() {
        EmbeddingTable learnt = new EmbeddingTable(
                List.of("a", "b", "c"),
                List.of("copepod", "egg"),
                new int[] {0, 0, 1},
                new Split[] {Split.VALIDATION, Split.VALIDATION, Split.TRAIN},
                new float[][] {{1}, {2}, {3}});
        float[][] vectors = IntStream.range(0, 5).mapToObj(i -> new float[] {i}).toArray(float[][]::new);
        assertThatThrownBy(
                        () -> Grouping.of(vectors, learnt, input(GroupFrom.FAR, Optional.empty(), 3, 1), 100, context))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("validation images of 1 class,")
                .hasMessageContaining("set groups to a number");
    }
}
