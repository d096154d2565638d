package dev.plankton.steps.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.choices.RareClasses;
import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.DatasetManifest.LeftOut;
import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImportManifest;
import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.Split;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.inputs.HeldOutClasses;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.contracts.tasks.SplitTask;
import dev.plankton.db.rows.DatasetRow;
import dev.plankton.engine.testing.LocalContext;
import dev.plankton.steps.images.Datasets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitStepTest {
    private static final int SHARD = 10;

    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    /** An import of classes a, b and c, whose images with the given numbers could not be decoded. */
    private SplitTask.Input input(int imagesPerClass, List<Integer> broken, double maxLeftOut) throws Exception {
        return input(imagesPerClass, broken, maxLeftOut, Map.of());
    }

    private SplitTask.Input input(int imagesPerClass, List<Integer> broken, double maxLeftOut, Map<String, Split> given)
            throws Exception {
        List<ImportManifest.Image> images = new ArrayList<>();
        Map<Integer, PreprocessedShard> shards = new TreeMap<>();
        for (int i = 0; i < 3 * imagesPerClass; i++) {
            String name = List.of("a", "b", "c").get(i / imagesPerClass);
            int shard = 2 * (i / SHARD); // as if every second shard held nothing but contradictory copies
            String source = name + "/" + i + ".png";
            images.add(new ImportManifest.Image(
                    Json.digest("" + i),
                    source,
                    name,
                    shard,
                    Optional.ofNullable(given.get(Json.digest("" + i))),
                    ImportManifest.UploadedObject.UNNAMED));
            shards.putIfAbsent(shard, new PreprocessedShard(List.of(), List.of()));
            PreprocessedShard before = shards.get(shard);
            List<PreprocessedShard.Image> usable = new ArrayList<>(before.images());
            List<PreprocessedShard.LeftOut> leftOut = new ArrayList<>(before.leftOut());
            if (broken.contains(i)) {
                leftOut.add(new PreprocessedShard.LeftOut(Json.digest("" + i), "is incomplete"));
            } else {
                usable.add(new PreprocessedShard.Image(Json.digest("" + i), 100 + i, 50));
            }
            shards.put(shard, new PreprocessedShard(usable, leftOut));
        }
        ImportManifest imported = new ImportManifest(
                "demo",
                List.of("a", "b", "c"),
                images,
                List.of(),
                List.of(),
                List.of(new LeftOut("b/empty.png", "is empty")),
                List.of(new LeftOut("a/copy.png", "is the same image as a/0.png")),
                List.of());
        SortedMap<String, PreprocessTask.Output> results = new TreeMap<>();
        for (Map.Entry<Integer, PreprocessedShard> shard : shards.entrySet()) {
            PreprocessedList.Item item = new PreprocessedList.Item(
                    shard.getKey(),
                    new ArtifactId(Json.digest("images" + shard.getKey())),
                    context.artifacts().publishJson("preprocessed", shard.getValue()));
            results.put(
                    "preprocess_" + shard.getKey(),
                    new PreprocessTask.Output(
                            context.artifacts().publishJson("preprocessed-list", new PreprocessedList(List.of(item)))));
        }
        return new SplitTask.Input(
                Datasets.publish(imported, context),
                results,
                299,
                100,
                100,
                0.15,
                RareClasses.FAIL,
                3,
                new HeldOutClasses.None(),
                maxLeftOut,
                Optional.empty(),
                1);
    }

    @Test
    void accountsForEveryFileInOrder() throws Exception {
        SplitTask.Input input = input(40, List.of(5, 77), 0.05);
        SplitTask.Output output = context.run(new SplitStep(), input);
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        assertThat(output).isEqualTo(new SplitTask.Output(output.datasetId(), 118, 3, 1, 3, 0, List.of()));
        assertThat(dataset.images()).hasSize(118);
        assertThat(dataset.leftOut())
                .containsExactly(
                        new LeftOut("a/5.png", "is incomplete"),
                        new LeftOut("a/copy.png", "is the same image as a/0.png"),
                        new LeftOut("b/77.png", "is incomplete"),
                        new LeftOut("b/empty.png", "is empty"));
        assertThat(dataset.images())
                .isSortedAccordingTo(Comparator.comparingInt(DatasetManifest.Image::classIndex)
                        .thenComparing(DatasetManifest.Image::key));
        for (DatasetManifest.Image image : dataset.images()) {
            int number = Integer.parseInt(image.source().replaceAll("\\D", ""));
            assertThat(image.key()).isEqualTo(Json.digest("" + number));
            assertThat(image.classIndex()).isEqualTo(number / 40);
            assertThat(image.width()).isEqualTo(100 + number);
            assertThat(dataset.shards().get(image.shard()))
                    .isEqualTo(new ArtifactId(Json.digest("images" + 2 * (number / SHARD))));
        }
    }

    @Test
    void handsOnWhatWasNoticedAboutImages() throws Exception {
        SplitTask.Input quiet = input(40, List.of(), 0.05);
        SortedMap<String, PreprocessTask.Output> shards = new TreeMap<>(quiet.shards());
        for (String name : List.of("preprocess_0", "preprocess_2")) {
            PreprocessedList.Item before = context.artifacts()
                    .fetchJson(Objects.requireNonNull(shards.get(name)).preprocessed(), PreprocessedList.class)
                    .shards()
                    .getFirst();
            PreprocessedShard shard = context.artifacts().fetchJson(before.preprocessed(), PreprocessedShard.class);
            ImageRemarks remarks = new ImageRemarks(2, new TreeMap<>(Map.of(12, 5, 11, 1, 16, 4)));
            PreprocessedShard noticed = new PreprocessedShard(shard.images(), shard.leftOut(), Optional.of(remarks));
            PreprocessedList.Item item = new PreprocessedList.Item(
                    before.shard(), before.images(), context.artifacts().publishJson("preprocessed", noticed));
            shards.put(
                    name,
                    new PreprocessTask.Output(
                            context.artifacts().publishJson("preprocessed-list", new PreprocessedList(List.of(item)))));
        }
        SplitTask.Input input = new SplitTask.Input(
                quiet.imported(),
                shards,
                299,
                100,
                100,
                0.15,
                RareClasses.FAIL,
                3,
                new HeldOutClasses.None(),
                0.05,
                Optional.empty(),
                1);
        SplitTask.Output output = context.run(new SplitStep(), input);
        assertThat(output.remarks())
                .containsExactly(
                        "12 of 20 images with 16 bits per sample use only the lowest 12 bits and so come out dark. If the camera writes 12 bits, set bitDepth=12.",
                        "4 images have several pages or frames; the first of each was used.");
        assertThat(output.leftOut()).isEqualTo(1);
        assertThat(output.setAside()).isEqualTo(1);
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        assertThat(dataset.remarks()).isEqualTo(output.remarks());
        assertThat(dataset.images()).hasSize(120);
        assertThat(context.lines()).containsAll(output.remarks());
    }

    /** So that a dataset made before there were remarks is found again, with all that was learnt from it. */
    @Test
    void keepsTheSplitOfTheUploadWhereItHasAllParts() throws Exception {
        Map<String, Split> given = new TreeMap<>();
        for (int i = 0; i < 60; i++) { // class c has no test image
            Split part = i % 10 == 0 ? Split.TEST : i % 10 == 1 ? Split.VALIDATION : Split.TRAIN;
            given.put(Json.digest("" + i), i >= 40 && part == Split.TEST ? Split.TRAIN : part);
        }
        SplitTask.Output output = context.run(new SplitStep(), input(20, List.of(), 0.05, given));
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        assertThat(dataset.images())
                .filteredOn(image -> image.classIndex() < 2)
                .allSatisfy(image -> assertThat(image.split()).isEqualTo(given.get(image.key())));
        assertThat(dataset.images())
                .filteredOn(image -> image.classIndex() == 2)
                .extracting(DatasetManifest.Image::split)
                .contains(Split.values());
    }

    @Test
    void takesWhatTheSplitOfTheUploadLacksFromItsTrainingImages() throws Exception {
        Map<String, Split> given = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            given.put(Json.digest("" + i), i % 5 == 0 ? Split.TEST : Split.TRAIN);
        }
        SplitTask.Output output = context.run(new SplitStep(), input(20, List.of(), 0.05, given));
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        for (DatasetManifest.Image image : dataset.images()) {
            if (given.get(image.key()) == Split.TEST) {
                assertThat(image.split()).isEqualTo(Split.TEST);
            } else {
                assertThat(image.split()).isNotEqualTo(Split.TEST);
            }
        }
        for (int c = 0; c < 3; c++) {
            int index = c;
            assertThat(dataset.images())
                    .filteredOn(image -> image.classIndex() == index && image.split() == Split.VALIDATION)
                    .hasSize(2);
        }
    }

    @Test
    void twoTrainingImagesAreEnoughToTakeOneForValidation() throws Exception {
        Map<String, Split> given = new TreeMap<>();
        for (int i = 0; i < 9; i++) {
            given.put(Json.digest("" + i), i % 3 == 0 ? Split.TEST : Split.TRAIN);
        }
        SplitTask.Output output = context.run(new SplitStep(), input(3, List.of(), 0.2, given));
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        for (int c = 0; c < 3; c++) {
            int index = c;
            assertThat(dataset.images())
                    .filteredOn(image -> image.classIndex() == index)
                    .extracting(DatasetManifest.Image::split)
                    .containsExactlyInAnyOrder(Split.values());
        }
        assertThat(dataset.images())
                .filteredOn(image -> image.split() == Split.TEST)
                .allSatisfy(image -> assertThat(given.get(image.key())).isEqualTo(Split.TEST));
    }

    @Test
    void saysForWhichClassesTheSplitOfTheUploadWasNotKept() throws Exception {
        Map<String, Split> given = new TreeMap<>();
        for (int i = 0; i < 30; i++) { // class b is covered by half, class c not at all
            given.put(Json.digest("" + i), i % 3 == 0 ? Split.TEST : i % 3 == 1 ? Split.VALIDATION : Split.TRAIN);
        }
        SplitTask.Output output = context.run(new SplitStep(), input(20, List.of(), 0.05, given));
        assertThat(Datasets.read(output.datasetId(), context).remarks())
                .contains(
                        "The upload's split was not kept for classes that it does not cover, or leaves nothing to train on (1): b.");
    }

    private DatasetManifest withRareClasses(RareClasses choice, int minimum, List<Integer> broken) throws Exception {
        SplitTask.Input given = input(10, broken, 1);
        SplitTask.Output output = context.run(
                new SplitStep(),
                new SplitTask.Input(
                        given.imported(),
                        given.shards(),
                        299,
                        100,
                        100,
                        0.15,
                        choice,
                        minimum,
                        new HeldOutClasses.None(),
                        1,
                        Optional.empty(),
                        1));
        return Datasets.read(output.datasetId(), context);
    }

    @Test
    void rareClassesAreDroppedMergedOrNamed() throws Exception {
        List<Integer> broken = List.of(0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 16); // a has 2 left, b has 3
        assertThatThrownBy(() -> withRareClasses(RareClasses.FAIL, 4, broken))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("'a' has 2, 'b' has 3.");

        DatasetManifest dropped = withRareClasses(RareClasses.DROP, 3, broken);
        assertThat(dropped.classes()).containsExactly("b", "c");
        assertThat(dropped.images()).hasSize(13);
        assertThat(dropped.leftOut())
                .contains(new LeftOut("a/8.png", "is of the class 'a', which has only 2 usable images"));
        assertThat(dropped.remarks()).contains("Rare classes were left out (1, with 2 usable images): a.");

        DatasetManifest merged = withRareClasses(RareClasses.MERGE, 4, broken);
        assertThat(merged.classes()).containsExactly("c", "rare classes");
        assertThat(merged.images()).filteredOn(image -> image.classIndex() == 1).hasSize(5);
        assertThat(merged.remarks())
                .contains("Rare classes were merged into one, 'rare classes', with 5 images: a, b.");

        assertThatThrownBy(() -> withRareClasses(RareClasses.DROP, 4, broken))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("has one class only with at least 4 usable images");
    }

    @Test
    void tellsTheRunHistory() throws Exception {
        SplitTask.Output output = context.run(new SplitStep(), input(40, List.of(5), 0.05));
        assertThat(context.history().all(DatasetRow.class)).singleElement().satisfies(row -> {
            assertThat(row.datasetId()).isEqualTo(output.datasetId());
            assertThat(row.classes())
                    .containsExactly(
                            new DatasetRow.ClassCount("a", 29, 5, 5, 0),
                            new DatasetRow.ClassCount("b", 28, 6, 6, 0),
                            new DatasetRow.ClassCount("c", 28, 6, 6, 0));
            assertThat(row.leftOut()).hasSize(3);
        });
    }

    @Test
    void failsWhenTooManyWereLeftOut() throws Exception {
        // With the empty one, 7 of 121: 5.8 %.
        SplitTask.Input input = input(40, List.of(1, 2, 3, 50, 60, 70), 0.05);
        assertThatThrownBy(() -> context.run(new SplitStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("7 of the 121 images of dataset 'demo' cannot be used")
                .hasMessageContaining(
                        "raise it: a/1.png is incomplete; a/2.png is incomplete; a/3.png is incomplete and others.");
        context.run(new SplitStep(), input(40, List.of(1, 2, 3, 50, 60), 0.05));
    }

    @Test
    void failsWhenAClassHasNothingLeft() throws Exception {
        SplitTask.Input input = input(4, List.of(4, 5, 6, 7), 1);
        assertThatThrownBy(() -> context.run(new SplitStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(
                        "1 class of dataset 'demo' has fewer than 3 usable images; add images, leave it out with rareClasses=drop")
                .hasMessageContaining("'b' has no usable image (b/4.png is incomplete)");
    }

    @Test
    void failsWhenAShardIsMissing() throws Exception {
        SplitTask.Input whole = input(40, List.of(), 0.05);
        SortedMap<String, PreprocessTask.Output> fewer = new TreeMap<>(whole.shards());
        fewer.remove("preprocess_4");
        SplitTask.Input input = new SplitTask.Input(
                whole.imported(),
                fewer,
                299,
                100,
                100,
                0.15,
                RareClasses.FAIL,
                3,
                new HeldOutClasses.None(),
                0.05,
                Optional.empty(),
                1);
        assertThatThrownBy(() -> context.run(new SplitStep(), input))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("of shard 4");
    }

    /** Whatever reads the dataset without asking for held-out classes cannot meet them. */
    @Test
    void heldOutClassesAreApart() throws Exception {
        SplitTask.Input all = input(40, List.of(), 0.05);
        SplitTask.Input held = new SplitTask.Input(
                all.imported(),
                all.shards(),
                299,
                100,
                100,
                0.15,
                RareClasses.FAIL,
                3,
                HeldOutClasses.parse("b"),
                0.05,
                Optional.of(1L),
                77);
        SplitTask.Output output = context.run(new SplitStep(), held);
        DatasetManifest dataset = Datasets.read(output.datasetId(), context);
        assertThat(dataset.classes()).containsExactly("a", "c");
        assertThat(dataset.images())
                .hasSize(80)
                .noneMatch(image -> image.source().startsWith("b/"));
        assertThat(dataset.unseen().classes()).containsExactly("b");
        assertThat(dataset.unseen().images())
                .hasSize(40)
                .allMatch(image -> image.source().startsWith("b/") && image.classIndex() == 0);
        assertThat(dataset.ofUnseen().shards()).isEqualTo(dataset.shards());
        assertThat(output.heldOut()).isEqualTo(1);
        // the split of the other classes is what it would be otherwise
        DatasetManifest whole = Datasets.read(context.run(new SplitStep(), all).datasetId(), context);
        assertThat(dataset.images())
                .extracting(DatasetManifest.Image::source, DatasetManifest.Image::split)
                .isSubsetOf(whole.images().stream()
                        .map(image -> Tuple.tuple(image.source(), image.split()))
                        .toList());
        assertThat(context.history().all(DatasetRow.class).getFirst().classes())
                .contains(new DatasetRow.ClassCount("b", 0, 0, 0, 40));
    }
}
