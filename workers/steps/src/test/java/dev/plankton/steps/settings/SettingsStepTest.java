package dev.plankton.steps.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import dev.plankton.contracts.inputs.ValueType;
import dev.plankton.contracts.tasks.SettingsTask;
import dev.plankton.db.rows.SettingsRow;
import dev.plankton.engine.testing.LocalContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsStepTest {
    private static final String ID = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @Test
    void fillsInEveryDefault() throws IOException, InterruptedException {
        Map<String, Object> values = values("plankton_embedding", Map.of());

        assertThat(values)
                .containsEntry("preset", "recommended")
                .containsEntry("dataset", "demo")
                .containsEntry("backbone", "small")
                .containsEntry("head", "sphere")
                .containsEntry("margin", 0.2)
                .containsEntry("loss", "arcface")
                .containsEntry("rounds", 6L)
                .containsEntry("weightDecay", 5e-4)
                .containsEntry("learningRates", List.of())
                .containsEntry("relationsWithinClass", false);
        assertThat(values.keySet())
                .containsExactlyInAnyOrderElementsOf(Schema.of(PlanktonWorkflow.EMBEDDING).stream()
                        .map(Setting::key)
                        .toList());
    }

    @Test
    void thePresetOriginalHasTheNumbersOfTheExperiment() throws IOException, InterruptedException {
        assertThat(values("plankton_embedding", Map.of("preset", "original")))
                .containsEntry("backbone", "inception-v3")
                .containsEntry("head", "sigmoid")
                .containsEntry("miner", "random")
                .containsEntry("margin", 5.0)
                .containsEntry("learningRate", 0.01)
                .containsEntry("learningRateDecay", 0.9)
                .containsEntry("rounds", 27L)
                .containsEntry("stepsPerEpoch", 1000L)
                .containsEntry("epochsPerRound", 5L)
                .containsEntry("networkSide", 299L);
    }

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void theUntouchedFormIsTheDefault(PlanktonWorkflow workflow) throws IOException, InterruptedException {
        Map<String, @Nullable Object> blanks = new HashMap<>();
        Map<String, @Nullable Object> nulls = new HashMap<>();
        for (Setting setting : Schema.of(workflow)) {
            boolean required = needed(setting);
            blanks.put(setting.key(), required ? some(setting) : " ");
            nulls.put(setting.key(), required ? some(setting) : null);
        }

        assertThat(values(workflow.definition(), blanks)).isEqualTo(values(workflow.definition(), nulls));
    }

    @ParameterizedTest
    @EnumSource(PlanktonWorkflow.class)
    void whatComesOutMayGoIn(PlanktonWorkflow workflow) throws IOException, InterruptedException {
        Map<String, @Nullable Object> ids = new HashMap<>();
        Schema.of(workflow).stream()
                .filter(SettingsStepTest::needed)
                .forEach(setting -> ids.put(setting.key(), some(setting)));
        Map<String, Object> once = new HashMap<>(values(workflow.definition(), ids));
        once.remove("combinations"); // which follow from the grid

        Map<String, Object> twice = new HashMap<>(values(workflow.definition(), once));
        twice.remove("combinations");
        assertThat(twice).isEqualTo(once);
    }

    @Test
    void textMeansWhatItSpells() throws IOException, InterruptedException {
        Map<String, Object> values = values(
                "plankton_embedding",
                Map.of(
                        "side",
                        " 128 ",
                        "rounds",
                        3.0,
                        "seed",
                        "7.0",
                        "learningRate",
                        "1e-2",
                        "invert",
                        "true",
                        "resampleAtRounds",
                        "[1, 2]",
                        "classifierLearningRate",
                        1,
                        "dataset",
                        2024));

        assertThat(values)
                .containsEntry("side", 128L)
                .containsEntry("rounds", 3L)
                .containsEntry("seed", 7L)
                .containsEntry("learningRate", 0.01)
                .containsEntry("invert", true)
                .containsEntry("resampleAtRounds", List.of(1L, 2L))
                .containsEntry("classifierLearningRate", 1.0)
                .containsEntry("dataset", "2024");
    }

    @Test
    void learningRatesDecideHowManyRounds() throws IOException, InterruptedException {
        assertThat(values("plankton_embedding", Map.of("learningRates", "0.1,0.05, 0.01")))
                .containsEntry("learningRates", List.of(0.1, 0.05, 0.01))
                .containsEntry("rounds", 3L);
    }

    @Test
    void theMarginFollowsTheHead() throws IOException, InterruptedException {
        assertThat(values("plankton_embedding", Map.of("head", "sigmoid", "loss", "standard")))
                .containsEntry("margin", 5.0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    learningRate       | -1           | learningRate is '-1'; it must be a number above 0 and at most 10.
                    learningRate       | fast         | learningRate is 'fast'; it must be a number above 0 and at most 10.
                    learningRate       | NaN          | learningRate is 'NaN'; it must be a number above 0 and at most 10.
                    rounds             | 2.5          | rounds is '2.5'; it must be a whole number from 1 to 200.
                    rounds             | 1e999999999  | rounds is '1e999999999'; it must be a whole number from 1 to 200.
                    invert             | maybe        | invert is 'maybe'; it must be true or false.
                    miner              | lucky        | miner is 'lucky'; it must be one of semi-hard, hard, distance-weighted, random.
                    dataset            | ../secret    | dataset is '../secret'; it must be a name of at most 100 letters, digits, '.', '_' and '-' that starts with a letter or digit.
                    dimensions         | 1            | dimensions is '1'; it must be a whole number from 2 to 2048.
                    resampleAtRounds   | [1, x]       | resampleAtRounds is '[1, x]'; it must be a list like [1, 2] of at most 200 values, each a whole number from 1 to 200.
                    resampleAtRounds   | 7            | resampleAtRounds is [7]; it must name rounds from 1 to 6 in ascending order.
                    resampleAtRounds   | 2,2          | resampleAtRounds is [2, 2]; it must name rounds from 1 to 6 in ascending order.
                    margin             | 5            | margin is given but loss is 'arcface', which does not use it; leave margin blank or set loss to 'standard', 'geometric' or 'alternative'.
                    networkSide        | 300          | networkSide is 300 but images have only 299 pixels a side; set it to at most 299 or raise side.
                    dendrogramClusters | 41           | dendrogramClusters is 41 but dendrogramLeaves is 40; there cannot be more clusters than leaves.
                    weights            | imagenet.h5  | weights is 'imagenet.h5'; it must be none, or the 64 hexadecimal digits of imported weights.
                    train              | tail         | train is 'tail'; it must be all, head, or from:mixed0 to from:mixed10.
                    train              | from:mixed7  | train is 'from:mixed7' but backbone 'small' has only mixed0 to mixed2; start at one of these.
                    features           | mixed7       | features is 'mixed7' but backbone 'small' has only mixed0 to mixed2; set it to one of these or to avg_pool.
                    batchNorm          | none         | batchNorm is 'none'; it must be batch or frozen.
                    preset             | laptop       | preset is 'laptop'; it must be recommended or original.
                    learningrate       | 1            | plankton_embedding has no input 'learningrate'; did you mean learningRate?
                    round              | 1            | plankton_embedding has no input 'round'; did you mean rounds?
                    colour             | red          | plankton_embedding has no input 'colour'.
                    datasetId          | 1            | datasetId is not an input of plankton_embedding; it is an input of plankton_training.
                    """)
    void refusesInOneSentence(String key, String value, String sentence) {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of(key, value)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(sentence);
    }

    @Test
    void noTwoEmbeddingsAreFartherApartThanTheSphereIsWide() {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("loss", "standard", "margin", "5")))
                .hasMessage("margin is 5 but with head 'sphere' no two embeddings are farther apart than 4 (squared);"
                        + " set it below that.");
    }

    @Test
    void weightsAreForInceptionAlone() throws IOException, InterruptedException {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("weights", ID)))
                .hasMessage("weights are given but backbone is 'small'; set backbone to 'inception-v3' or weights to"
                        + " 'none'.");
        assertThat(values("plankton_embedding", Map.of("preset", "original", "weights", ID)))
                .containsEntry("weights", ID);
    }

    @Test
    void anEarlierCheckpointStandsForWeightsAndIsNotForTheHeadAlone() {
        assertThatThrownBy(() ->
                        values("plankton_embedding", Map.of("preset", "original", "weights", ID, "startFrom", ID)))
                .hasMessage("startFrom and weights are both given; a network begins with one of them, set the other to"
                        + " 'none'.");
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("train", "head", "startFrom", ID)))
                .hasMessage("startFrom is given but train is 'head', whose features come only from weights; set"
                        + " startFrom to 'none' or train to 'all' or 'from:<stage>'.");
    }

    @Test
    void theRecommendedNumbersFollowTheBackboneAndWhatLearns() throws IOException, InterruptedException {
        assertThat(values("plankton_embedding", Map.of("backbone", "inception-v3")))
                .containsEntry("features", "mixed8")
                .containsEntry("networkSide", 139L)
                .containsEntry("train", "head")
                .containsEntry("learningRate", 0.2)
                .containsEntry("rounds", 6L)
                .containsEntry("stepsPerEpoch", 500L);
        assertThat(values("plankton_embedding", Map.of("backbone", "inception-v3", "train", "from:mixed5")))
                .containsEntry("learningRate", 0.03)
                .containsEntry("augment", "full")
                .containsEntry("rounds", 5L)
                .containsEntry("stepsPerEpoch", 100L);
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("backbone", "inception-v3", "networkSide", 64)))
                .hasMessage("networkSide is 64 but backbone 'inception-v3' needs images of at least 75 pixels a side;"
                        + " raise it.");
    }

    @Test
    void trainingBeginsBeforeTheFeaturesAreTaken() {
        assertThatThrownBy(() -> values(
                        "plankton_embedding",
                        Map.of("preset", "original", "features", "mixed8", "train", "from:mixed9")))
                .hasMessage("train is 'from:mixed9' but features are taken at mixed8, before it; start at mixed8 at the"
                        + " latest.");
    }

    @Test
    void numbersThatAreNumbersAreShownBare() {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("learningRate", -1)))
                .hasMessage("learningRate is -1; it must be a number above 0 and at most 10.");
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("invert", List.of())))
                .hasMessage("invert is []; it must be true or false.");
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("resampleAtRounds", Arrays.asList(1, null))))
                .hasMessageStartingWith("resampleAtRounds is [1, null]; it must be a list");
    }

    @Test
    void namesEveryMistake() {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("side", 1, "seed", -1, "rounds", 0)))
                .hasMessage(
                        "seed is -1; it must be a whole number from 0 to 9007199254740991. side is 1; it must be a whole number from 32 to 1024. rounds is 0; it must be a whole number from 1 to 200.");
    }

    @Test
    void roundsMustAgreeWithLearningRates() {
        assertThatThrownBy(() -> values("plankton_embedding", Map.of("learningRates", List.of(0.1, 0.2), "rounds", 3)))
                .hasMessage("learningRates has 2 values but rounds is 3; leave rounds blank or set it to 2.");
    }

    @Test
    void thePartsNeedTheIdOfWhatTheyGoOnFrom() {
        assertThatThrownBy(() -> values("plankton_training", Map.of("datasetId", "")))
                .hasMessage("datasetId is missing; give the datasetId that a run of plankton_dataset or"
                        + " plankton_embedding printed.");
        assertThatThrownBy(() -> values("plankton_analysis", Map.of("trainingId", "abc")))
                .hasMessage("trainingId is 'abc'; it must be 64 hexadecimal digits.");
        assertThatThrownBy(() -> values("plankton_other", Map.of()))
                .hasMessageStartingWith("There is no workflow 'plankton_other'; use one of plankton_embedding,");
    }

    @Test
    void anAnalysisIsOfATrainingOrOfVectors() throws IOException, InterruptedException {
        assertThat(values("plankton_analysis", Map.of("vectors", "elsewhere")))
                .containsEntry("vectors", "elsewhere")
                .containsEntry("trainingId", "")
                .containsEntry("datasetId", "");
        assertThatThrownBy(() -> values("plankton_analysis", Map.of()))
                .hasMessage("trainingId is missing; give the trainingId that a run of plankton_training or"
                        + " plankton_embedding printed, or vectors.");
        assertThatThrownBy(() -> values("plankton_analysis", Map.of("trainingId", ID, "vectors", "elsewhere")))
                .hasMessage("trainingId and vectors are both given; analyse one of them at a time.");
        assertThatThrownBy(() -> values("plankton_analysis", Map.of("trainingId", ID, "datasetId", ID)))
                .hasMessage("datasetId names the images of uploaded vectors, but vectors is blank; leave both blank.");
    }

    @Test
    void aSweepHasTheProductOfItsGridAndEachOfItWorksOrNoneIsBegun() throws IOException, InterruptedException {
        String grid = "{\"train\": [\"all\", \"head\"], \"margin\": [0.1, \"0.3\"]}";
        assertThat(values("plankton_sweep", Map.of("grid", grid, "dataset", "bay", "loss", "standard"))
                        .get("combinations"))
                .isEqualTo(List.of(
                        Map.of("train", "all", "margin", 0.1),
                        Map.of("train", "all", "margin", "0.3"),
                        Map.of("train", "head", "margin", 0.1),
                        Map.of("train", "head", "margin", "0.3")));
        assertThatThrownBy(() ->
                        values("plankton_sweep", Map.of("loss", "standard", "grid", Map.of("margin", List.of(0.1, 0)))))
                .hasMessageStartingWith("grid: with margin=0, margin is 0; it must be a number above 0");
        assertThatThrownBy(() -> values("plankton_sweep", Map.of("grid", Map.of("grid", List.of(1)))))
                .hasMessageContaining("grid is not an input of plankton_embedding");
        assertThatThrownBy(() -> values(
                        "plankton_sweep",
                        Map.of(
                                "grid",
                                Map.of("seed", IntStream.range(0, 101).boxed().toList()))))
                .hasMessageContaining("with 1 to 100 combinations");
    }

    private static Object some(Setting setting) {
        return setting.type() instanceof ValueType.Grid ? Map.of("learningRate", List.of(0.1, 0.2)) : ID;
    }

    /** What an input cannot do without; an analysis can without a training, but not without either. */
    private static boolean needed(Setting setting) {
        return setting.defaultValue() instanceof Setting.Required
                || setting.key().equals("trainingId");
    }

    private Map<String, Object> values(String workflow, Map<String, ? extends @Nullable Object> input)
            throws IOException, InterruptedException {
        return new LocalContext(folder)
                .run(new SettingsStep(), new SettingsTask.Input(workflow, new HashMap<>(input)))
                .values();
    }

    @Test
    void theHistoryHearsWhatWasGivenAndWhatWasFilledIn() throws IOException, InterruptedException {
        LocalContext context = new LocalContext(folder);

        context.run(
                new SettingsStep(),
                new SettingsTask.Input(
                        "plankton_training",
                        Map.of("datasetId", ID, "rounds", "3", "head", " ", "seed", "1", "momentum", "0.8")));

        SettingsRow row = context.history().all(SettingsRow.class).getFirst();
        assertThat(row.runId()).isEqualTo(new RunId("run"));
        assertThat(row.workflow()).isEqualTo("plankton_training");
        assertThat(row.settings())
                .contains(
                        new SettingsRow.Setting("datasetId", ID, true),
                        new SettingsRow.Setting("rounds", "3", true),
                        new SettingsRow.Setting("momentum", "0.8", true),
                        // The template of inputs sends this default along.
                        new SettingsRow.Setting("seed", "1", false),
                        new SettingsRow.Setting("head", "sphere", false),
                        new SettingsRow.Setting("weightDecay", "0.0005", false))
                .hasSameSizeAs(Schema.of(PlanktonWorkflow.TRAINING));
    }
}
