package dev.plankton.workflows;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.json.Json;
import dev.plankton.engine.step.Step;
import dev.plankton.steps.finish.FinishStep;
import dev.plankton.steps.settings.SettingsStep;
import dev.plankton.steps.sweep.SweepNoteStep;
import dev.plankton.steps.sweep.SweepPlanStep;
import dev.plankton.steps.sweep.SweepRankingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All steps: the real first and last, and between them stubs that check their inputs. */
final class StubSteps {
    static final int SHARDS = 3;
    /** The round after which evaluations say that nothing improves. */
    static final int BEST = 1;

    private static final int MOST_ROUNDS = 10;
    private static final String PREFIX = "plankton_";

    static final String DATASET = Json.digest("dataset");
    static final String REPORT = "reports/0123456789abcdef/index.html";

    private final Script script;
    private final List<Step<?, ?>> steps = new ArrayList<>();

    private StubSteps(Script script) {
        this.script = script;
    }

    static List<Step<?, ?>> of(Script script) {
        StubSteps stubs = new StubSteps(script);
        stubs.steps.add(new SettingsStep());
        stubs.steps.add(new FinishStep(Optional.empty()));
        stubs.steps.add(new SweepPlanStep());
        stubs.steps.add(new SweepNoteStep());
        stubs.steps.add(new SweepRankingStep());
        stubs.dataset();
        stubs.training();
        stubs.analysis();
        stubs.others();
        return List.copyOf(stubs.steps);
    }

    private void dataset() {
        add(
                "dataset_import",
                input -> fork("preprocess", SHARDS, shard -> Map.of("shard", shard, "side", input.number("side"))));
        add("preprocess", "shard", input -> Map.of("shard", input.number("shard"), "images", "i", "preprocessed", "p"));
        add("split", input -> {
            expect(size(input, "shards"), SHARDS);
            return Map.of(
                    "datasetId", DATASET, "images", 9, "leftOut", 0, "setAside", 0, "classes", 3, "remarks", List.of());
        });
    }

    private void training() {
        add(
                "balance",
                input -> Map.of(
                        "trainingSet",
                        "t0",
                        "rounds",
                        IntStream.rangeClosed(1, input.number("rounds"))
                                .mapToObj(round -> Map.of(
                                        "round", round, "learningRate", 0.1, "steps", 3, "trainingSet", "t" + round))
                                .toList()));
        add("features", input -> Map.of("features", "table"));
        add("train", "round", input -> {
            int round = input.number("round");
            expect(input.text("featureTable"), "table");
            if (round > 0) {
                expect(input.text(round == 1 ? "firstCheckpoint" : "checkpoint"), "checkpoint " + (round - 1));
            }
            return Map.of(
                    "checkpoint",
                    "checkpoint " + round,
                    "round",
                    round,
                    "learningRate",
                    0.1,
                    "loss",
                    1.5,
                    "validationLoss",
                    2.5,
                    "lossCurve",
                    "losses " + round);
        });
        add("evaluate", "round", input -> {
            int round = input.number("round");
            expect(input.text("checkpoint"), "checkpoint " + round);
            expect(input.text("featureTable"), "table");
            String training = input.text(round == 1 ? "firstTraining" : "training");
            if (!laterThan(round).contains(training)) { // a rerun may pass a later one
                expect(training, round == 0 ? "" : trainingId(round - 1));
            }
            expect(input.text("validationLoss"), "2.5");
            expect(input.text("lossCurve"), "losses " + round);
            expect(input.text("engine"), "onnx-runtime");
            return Map.of(
                    "training",
                    trainingId(round),
                    "round",
                    round,
                    "accuracy",
                    round / 10.0,
                    "testAccuracy",
                    round / 20.0,
                    "roundsSinceImproved",
                    Math.max(0, round - BEST));
        });
    }

    private void analysis() {
        add(
                "training_summary",
                input -> Map.of(
                        "datasetId",
                        DATASET,
                        "embeddings",
                        "all",
                        "bestRound",
                        2,
                        "accuracy",
                        0.6,
                        "testAccuracy",
                        0.5,
                        "section",
                        "summary"));
        add("vector_import", input -> {
            expect(input.text("vectors"), "elsewhere");
            return Map.of("name", "elsewhere", "vectors", "table", "datasetId", DATASET);
        });
        add("vector_evaluate", input -> {
            expect(input.text("name"), "elsewhere");
            expect(input.text("vectors"), "table");
            expect(input.text("datasetId"), DATASET);
            return Map.of("embeddings", "all", "section", "uploaded", "accuracy", 0.9, "testAccuracy", 0.8);
        });
        add("classifier", input -> {
            expect(input.text("embeddings"), "all");
            return Map.of("section", "classifier", "classifier", "trained", "testAccuracy", 0.7);
        });
        add("projector", input -> {
            expect(input.text("embeddings"), "all");
            expect(input.text("classifier"), "trained");
            return Map.of("section", "projector");
        });
        add("report", input -> {
            List<?> sections = Objects.requireNonNull((List<?>) input.map().get("sections"));
            expect(List.of("summary", "uploaded").contains(sections.getFirst()), true);
            expect(new TreeSet<>(sections.subList(1, sections.size())), new TreeSet<>(analyses()));
            return Map.of("indexKey", REPORT, "files", 1);
        });
    }

    /** All further tasks are analyses of the same form. */
    private void others() {
        Set<String> made = steps.stream().map(step -> step.type().name()).collect(Collectors.toSet());
        for (String analysis : analyses()) {
            if (!made.contains(PREFIX + analysis)) {
                add(analysis, input -> {
                    expect(input.text("embeddings"), "all");
                    return Map.of("section", analysis);
                });
            }
        }
    }

    /** The tasks in the fork of plankton_analysis. */
    static List<String> analyses() {
        return Shapes.tasks("plankton_analysis").stream()
                .filter(task -> task.has("forkTasks"))
                .flatMap(fork -> Shapes.all(fork.path("forkTasks")).stream())
                .filter(task -> task.path("type").asText().equals("SIMPLE"))
                .map(task -> task.path("name").asText().substring(PREFIX.length()))
                .toList();
    }

    private static List<String> laterThan(int round) {
        return IntStream.rangeClosed(round, MOST_ROUNDS)
                .mapToObj(StubSteps::trainingId)
                .toList();
    }

    static String trainingId(int lastRound) {
        return Json.digest("training", Integer.toString(lastRound));
    }

    private static Map<String, Object> fork(String name, int branches, Function<Integer, Map<String, Object>> input) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < branches; i++) {
            String reference = name + "_" + i;
            tasks.add(Map.of("name", PREFIX + name, "taskReferenceName", reference, "type", "SIMPLE"));
            inputs.put(reference, input.apply(i));
        }
        return Map.of("tasks", tasks, "inputs", inputs, "imported", "list", "uploadState", "0123456789ab");
    }

    private void add(String name, Function<Values, Map<String, Object>> work) {
        steps.add(new StubStep(PREFIX + name, input -> name, input -> new Values(work.apply(input)), script));
    }

    private void add(String name, String number, Function<Values, Map<String, Object>> work) {
        steps.add(new StubStep(
                PREFIX + name,
                input -> name + " " + input.text(number),
                input -> new Values(work.apply(input)),
                script));
    }

    private static int size(Values input, String key) {
        return input.map().get(key) instanceof Map<?, ?> map ? map.size() : -1;
    }

    private static void expect(Object found, Object expected) {
        if (!found.equals(expected)) {
            throw new BadInputException("Expected %s but found %s.".formatted(expected, found));
        }
    }
}
