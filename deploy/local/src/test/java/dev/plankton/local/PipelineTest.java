package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.netflix.conductor.common.metadata.tasks.Task;
import com.netflix.conductor.common.run.Workflow;
import com.netflix.conductor.common.run.Workflow.WorkflowStatus;
import dev.plankton.app.OnnxDownload;
import dev.plankton.app.ReportDownload;
import dev.plankton.app.Sql;
import dev.plankton.app.Trouble;
import dev.plankton.app.Upload;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.demodata.DemoData;
import dev.plankton.engine.store.ArtifactStore;
import dev.plankton.engine.store.S3ObjectStore;
import dev.plankton.local.browser.Browser;
import dev.plankton.local.browser.GatewayInBrowser;
import dev.plankton.local.browser.ReportInBrowser;
import dev.plankton.local.metrics.MetricsCheck;
import dev.plankton.local.metrics.Prometheus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole system on a few images: the real steps on the real Conductor, database and store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PipelineTest {
    private static final Map<String, Object> SMALL = SmallRun.INPUT;

    private TestSystem system;
    private Optional<Prometheus> prometheus = Optional.empty();
    private List<String> classes = List.of();
    private int uploaded;
    private Path images = Path.of("");
    private Workflow first;
    private String headOnly = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        system = new TestSystem(folder);
        prometheus = Prometheus.start(
                folder.resolve("prometheus"),
                Map.of("workers", system.workerMetrics(), "gateway", system.gatewayMetrics()));
        images = Files.createDirectory(folder.resolve("images"));
        DemoData.generate(images, 7, 400);
        try (Stream<Path> folders = Files.list(images)) {
            classes =
                    folders.map(Path::getFileName).map(Path::toString).sorted().toList();
        }
        uploaded =
                new Upload(system.objects()).send(images, new UploadName("bay")).files();
        first = system.run("plankton_embedding", SMALL);
    }

    @AfterAll
    void stop() throws IOException {
        prometheus.ifPresent(Prometheus::close);
        system.close();
    }

    private Map<String, Object> one(String sql) throws SQLException {
        List<Map<String, Object>> rows = system.query(sql);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    @Test
    @Order(1)
    void aRunLeavesAReportAndAccountsForEveryImage() throws Exception {
        assertThat(first.getStatus()).as(first.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        String report = String.valueOf(first.getOutput().get("reportKey"));
        assertThat(system.objects().exists(report)).isTrue();
        assertThat(one("select images + left_out as files from plankton.dataset where dataset_id = '%s'"
                        .formatted(first.getOutput().get("datasetId"))))
                .containsEntry("files", uploaded);
        assertThat(one("select status, report from plankton.run_history where run_id = '%s'"
                        .formatted(first.getWorkflowId())))
                .containsEntry("status", "COMPLETED")
                .containsEntry("report", report);
    }

    @Test
    @Order(2)
    void sqlAgreesWithConductor() throws Exception {
        Task training = first.getTasks().stream()
                .filter(task -> task.getReferenceTaskName().equals("training"))
                .findFirst()
                .orElseThrow();
        List<Task> evaluations = system.workflows().getWorkflow(training.getSubWorkflowId(), true).getTasks().stream()
                .filter(task -> task.getTaskType().equals("plankton_evaluate"))
                .toList();
        List<Map<String, Object>> checkpoints = system.query(
                "select round, accuracy, test_accuracy from plankton.checkpoint_history where run_id = '%s' order by round"
                        .formatted(first.getWorkflowId()));
        assertThat(checkpoints).hasSize(3);
        assertThat(evaluations).hasSize(3).allSatisfy(task -> {
            Map<String, Object> output = task.getOutputData();
            Map<String, Object> row = checkpoints.get(Integer.parseInt(String.valueOf(output.get("round"))));
            assertThat(row.get("accuracy")).isEqualTo(output.get("accuracy"));
            assertThat(row.get("test_accuracy")).isEqualTo(output.get("testAccuracy"));
        });
        assertThat(one("select accuracy from plankton.run_history where run_id = '%s'".formatted(first.getWorkflowId()))
                        .get("accuracy"))
                .isEqualTo(first.getOutput().get("accuracy"));
    }

    /**
     * Only the step that evaluates a checkpoint embeds images. Two others take both a checkpoint and images: training,
     * and the report, which names the checkpoint and shows images.
     */
    @Test
    @Order(2)
    void eachCheckpointEmbedsTheImagesOnce() throws Exception {
        assertThat(system.query("""
                        select task_type, count(distinct task_id) as passes
                        from history.step_attempt
                        where run_id = '%1$s' and task_type not in ('plankton_train', 'plankton_report') and step_key in (
                            select s.step_key
                            from plankton.step_artifact s
                                     join plankton.artifact_input i using (artifact_id)
                                     join plankton.artifact a on a.artifact_id = i.input_id
                            group by s.step_key
                            having bool_or(a.kind = 'checkpoint') and bool_or(a.kind = 'image-shard'))
                        group by task_type
                        """.formatted(first.getWorkflowId())))
                .containsExactly(Map.of("task_type", "plankton_evaluate", "passes", 3L));
        assertThat(system.query("""
                        select count(*) as files, count(distinct artifact_id) as different
                        from history.run_artifact join history.artifact using (artifact_id)
                        where run_id = '%s' and kind = 'embeddings'
                        """.formatted(first.getWorkflowId())))
                .containsExactly(Map.of("files", 3L, "different", 3L));
    }

    @Test
    @Order(2)
    void aCheckpointBecomesAnOnnxFileThatKnowsItsClasses(@TempDir Path folder) throws Exception {
        String checkpoint =
                String.valueOf(one("select checkpoint_id from plankton.training_round where run_id = '%s' and round = 2"
                                .formatted(first.getWorkflowId()))
                        .get("checkpoint_id"));
        Path file = folder.resolve("plankton.onnx");
        try (Sql sql = system.sql();
                S3ObjectStore objects = system.objects()) {
            OnnxDownload download = new OnnxDownload(sql, new ArtifactStore(objects, folder.resolve("cache")));
            assertThat(download.bring(checkpoint, file)).isEqualTo(classes);
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(checkpoint);
            assertThatThrownBy(() -> download.bring("f".repeat(64), file))
                    .isInstanceOf(Trouble.class)
                    .hasMessageStartingWith("No run left a checkpoint 'fff");
        }
    }

    @Test
    @Order(2)
    void theReportWorksInABrowser(@TempDir Path folder) throws Exception {
        try (S3ObjectStore objects = system.objects()) {
            new ReportDownload(objects)
                    .bring(String.valueOf(first.getOutput().get("reportKey")), folder.resolve("report"));
        }
        ReportInBrowser.read(folder.resolve("report"), folder.resolve("profile"));
    }

    @Test
    @Order(2)
    void theGatewayWorksInABrowser(@TempDir Path folder) throws Exception {
        Browser.require();
        try (Browser browser = new Browser(folder)) {
            new GatewayInBrowser(system, browser).visit(first);
        }
    }

    @Test
    @Order(3)
    void theSameRunAgainReusesEveryStep() throws Exception {
        Workflow again = system.run("plankton_embedding", SMALL);
        assertThat(again.getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(again.getOutput()).isEqualTo(first.getOutput());
        assertThat(system.query(
                        "select task_type, status, count(*) from plankton.step where run_id = '%s' group by 1, 2"
                                .formatted(again.getWorkflowId())))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).containsEntry("status", "REUSED"));
        assertThat(one("select rounds, best_round, accuracy, report from plankton.run_history where run_id = '%s'"
                        .formatted(again.getWorkflowId())))
                .isEqualTo(
                        one("select rounds, best_round, accuracy, report from plankton.run_history where run_id = '%s'"
                                .formatted(first.getWorkflowId())));
    }

    @Test
    @Order(3)
    void newImagesAreClassifiedWithTheModelOfTheRun(@TempDir Path folder) throws Exception {
        Path images = Files.createDirectories(folder.resolve("images"));
        DemoData.generate(images, 8, 60);
        int shown =
                new Upload(system.objects()).send(images, new UploadName("new")).files();
        Workflow moved = system.run(
                "plankton_promote", Map.of("alias", "bay", "run", first.getWorkflowId(), "reason", "it is ours"));
        assertThat(moved.getStatus()).as(moved.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        for (String model : List.of("bay", "champion", first.getWorkflowId())) {
            Workflow ended = system.run("plankton_classify", Map.of("dataset", "new", "model", model));
            assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
            assertThat(ended.getOutput())
                    .containsEntry("model", moved.getOutput().get("model"));
            assertThat(system.objects().exists(String.valueOf(ended.getOutput().get("reportKey"))))
                    .isTrue();
            assertThat(one("select images, far from plankton.classification where run_id = '%s'"
                            .formatted(ended.getWorkflowId())))
                    .containsEntry("images", shown)
                    .containsEntry("far", ended.getOutput().get("far"));
        }
        Workflow unknown = system.run("plankton_classify", Map.of("dataset", "new", "model", "nobody"));
        assertThat(unknown.getReasonForIncompletion()).contains("There is no model 'nobody'; give champion");
    }

    @Test
    @Order(3)
    void theVectorsOfTheReportUploadedAgainAreWorthTheSame(@TempDir Path folder) throws Exception {
        give("array", "vectors.npy", "dataset-images.csv", folder);
        give("table", "vectors.parquet", "", folder);
        String dataset = String.valueOf(first.getOutput().get("datasetId"));
        for (Map<String, Object> input : List.<Map<String, Object>>of(
                Map.of("vectors", "array", "datasetId", dataset), Map.of("vectors", "table"))) {
            Map<String, Object> all = new HashMap<>(input);
            all.putAll(Map.of("classifierEpochs", 3, "classifierUnits", 32, "relationsMaxImages", 60));
            Workflow ended = system.run("plankton_analysis", all);
            assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
            for (String figure : List.of("accuracy", "testAccuracy", "classifierTestAccuracy")) {
                assertThat(ended.getOutput().get(figure))
                        .as(figure)
                        .isEqualTo(analysis().getOutput().get(figure));
            }
            String report = String.valueOf(ended.getOutput().get("reportKey"));
            Set<String> files = system.objects().list(report.replace("index.html", "")).stream()
                    .map(object -> object.key().replaceFirst(".*/", ""))
                    .collect(Collectors.toSet());
            assertThat(files)
                    .contains("index.html", "vectors-measures.csv", "vectors.parquet", "pca.mp4", "dendrogram.png")
                    .doesNotContain("training-loss.png");
            assertThat(files.contains("sprite.png")).isEqualTo(input.containsKey("datasetId"));
            assertThat(files.contains("examples-001.png")).isEqualTo(input.containsKey("datasetId"));
        }
    }

    /** The part of the first run that made the analyses. */
    private Workflow analysis() {
        Task analysis = first.getTasks().stream()
                .filter(task -> task.getReferenceTaskName().equals("analysis"))
                .findFirst()
                .orElseThrow();
        return system.workflows().getWorkflow(analysis.getSubWorkflowId(), false);
    }

    /** Uploads files of the first run's report as vectors. @param table blank if there is none */
    private void give(String name, String vectors, String table, Path folder) throws Exception {
        String report = String.valueOf(first.getOutput().get("reportKey")).replace("index.html", "");
        Path given = Files.createDirectory(folder.resolve(name));
        for (String file : List.of(vectors, table)) {
            if (!file.isEmpty()) {
                try (InputStream in = system.objects().open(report + file)) {
                    Files.copy(in, given.resolve(file));
                }
            }
        }
        new Upload(system.objects()).send(given, new UploadName(name));
    }

    @Test
    @Order(3)
    void theArchivesOfZooScanNetAndEcoTaxaBecomeDatasets(@TempDir Path folder) throws Exception {
        List<String> some = large(4);
        TableUploads uploads = new TableUploads(images, some);
        uploads.zooScanNet(folder.resolve("ZooScanNet.tar"));
        uploads.ecoTaxa(folder.resolve("export.zip"));
        new Upload(system.objects()).send(folder.resolve("ZooScanNet.tar"), new UploadName("zoo"));
        new Upload(system.objects()).send(folder.resolve("export.zip"), new UploadName("eco"));

        assertThat(splits("zoo", "zooscannet"))
                .isEqualTo(some.stream()
                        .map(name -> Map.<String, Object>of(
                                "class", name,
                                "train", TableUploads.TRAIN,
                                "validation", TableUploads.VALIDATION,
                                "test", TableUploads.TEST))
                        .toList());
        int validated = TableUploads.TRAIN + TableUploads.VALIDATION + TableUploads.TEST - 1;
        assertThat(splits("eco", "ecotaxa"))
                .hasSameSizeAs(some)
                .allSatisfy(row -> assertThat(Stream.of("train", "validation", "test")
                                .mapToInt(split -> Integer.parseInt(String.valueOf(row.get(split))))
                                .sum())
                        .isEqualTo(validated));
    }

    @Test
    @Order(3)
    void everyObjectOfABackupComesBackToEcoTaxaAsItWentOut(@TempDir Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(images)) {
            List<Path> some =
                    files.filter(Files::isRegularFile).sorted().limit(3).toList();
            new EcoTaxaRoundTrip(system).check(some, first.getWorkflowId(), folder);
        }
    }

    /** The first classes with enough images for such an upload. */
    private List<String> large(int count) throws IOException {
        List<String> large = new ArrayList<>();
        for (String name : classes) {
            try (Stream<Path> files = Files.list(images.resolve(name))) {
                if (files.count() >= TableUploads.EACH) {
                    large.add(name);
                }
            }
        }
        return large.subList(0, count);
    }

    /** Images of each class in each split of the dataset that was made from an upload. */
    private List<Map<String, Object>> splits(String dataset, String layout) throws Exception {
        Workflow ended = system.run(
                "plankton_dataset",
                Map.of("dataset", dataset, "layout", layout, "side", 64, "testPerClass", 2, "validationPerClass", 2));
        assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        return system.query(
                "select class, train, validation, test from plankton.dataset_class where dataset_id = '%s' order by class"
                        .formatted(ended.getOutput().get("datasetId")));
    }

    @Test
    @Order(4)
    void theHeadIsTrainedAndMeasuredOnFeaturesThatWereComputedOnce() throws Exception {
        Map<String, Object> input = new HashMap<>(SMALL);
        input.putAll(Map.of("train", "head", "rounds", 1));
        Workflow ended = system.run("plankton_embedding", input);
        headOnly = ended.getWorkflowId();
        assertThat(ended.getStatus()).as(ended.getReasonForIncompletion()).isEqualTo(WorkflowStatus.COMPLETED);
        String table = String.valueOf(one("select artifact_id from plankton.artifact where kind = 'features'")
                .get("artifact_id"));
        assertThat(system.query(
                        "select distinct a.task_type from plankton.artifact a join plankton.artifact_input using (artifact_id) where input_id = '%s'"
                                .formatted(table)))
                .extracting(row -> row.get("task_type"))
                .containsExactlyInAnyOrder("plankton_train", "plankton_evaluate");
    }

    @Test
    @Order(5)
    void theReadyQueriesAnswerWhatTheRunsDid() throws Exception {
        ReadyAnswers answers = new ReadyAnswers(system, first.getWorkflowId());
        answers.training();
        answers.comparison(headOnly);
        answers.mistakes();
        answers.work();
        answers.lineage();
        // a model with an alias stays; which model is the best one depends on rounding errors of the machine
        system.run("plankton_promote", Map.of("run", first.getWorkflowId(), "reason", "it is not the one to go"));
        answers.retention(headOnly);
    }

    @Test
    @Order(5)
    void aRunThatAStoppedStoreBrokeGoesOnAfterEitherKindOfRetry() throws Exception {
        Map<String, Object> input = new HashMap<>(SMALL);
        input.put("relationsBest", 5);
        String run = system.start("plankton_embedding", input);
        for (boolean resumeSubworkflows : new boolean[] {true, false}) {
            awaitTraining(run);
            system.stack().store().stop();
            Workflow broken = system.await(run);
            assertThat(broken.getStatus()).isEqualTo(WorkflowStatus.FAILED);
            assertThat(broken.getReasonForIncompletion()).contains("store");
            assertThat(one("select status from plankton.run_history where run_id = '%s'".formatted(run)))
                    .containsEntry("status", "FAILED");
            system.stack().store().restart();
            Thread.sleep(2_000); // Conductor is still tidying up: a retry at once would fail once more
            system.workflows().retryLastFailedTask(run, resumeSubworkflows);
        }
        assertThat(system.await(run).getStatus()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(system.query(
                        "select 1 from plankton.step where run_id = '%s' and task_type = 'plankton_train' and status = 'COMPLETED'"
                                .formatted(run)))
                .as("rounds trained again")
                .isEmpty();
    }

    /** Waits until the training is done, or was done before. */
    private void awaitTraining(String run) throws InterruptedException {
        while (system.workflows().getWorkflow(run, true).getTasks().stream()
                .noneMatch(task -> task.getReferenceTaskName().equals("analysis"))) {
            Thread.sleep(50);
        }
    }

    @Test
    @Order(8)
    void aTerminatedTrainingFreesItsWorkerWithinSeconds() throws Exception {
        new Interruptions(system, SMALL).terminatedInTheMiddleOfARound();
    }

    @Test
    @Order(8)
    void aRetryTrainsNoFinishedRoundAgain() throws Exception {
        new Interruptions(system, SMALL).retriedAfterARoundThatBroke();
    }

    @Test
    @Order(9)
    void aSweepSharesStepsAndRanksItsRuns() throws Exception {
        new SmallSweep(system, SMALL).sharesStepsAndRanksItsRuns();
    }

    @ParameterizedTest
    @Order(6)
    @MethodSource("dev.plankton.local.BadInputs#all")
    void badInputIsOneClearSentenceInConductorAndSql(BadInputs.Case bad) throws Exception {
        bad.upload(system.objects());
        Map<String, Object> input = new HashMap<>(SMALL);
        input.putAll(bad.input());
        Workflow ended = system.run("plankton_embedding", input);
        assertThat(ended.getStatus()).isEqualTo(WorkflowStatus.FAILED);
        assertThat(ended.getReasonForIncompletion()).contains(bad.sentence());
        assertThat(String.valueOf(one("select reason from plankton.run_history where run_id = '%s'"
                                .formatted(ended.getWorkflowId()))
                        .get("reason")))
                .contains(bad.sentence());
        assertThat(system.query(
                        "select 1 from plankton.run_dataset where run_id = '%s'".formatted(ended.getWorkflowId())))
                .as("datasets that a rejected run left behind")
                .isEmpty();
    }

    @Test
    @Order(7)
    void eachFailureIsToldOnce() throws Exception {
        Workflow whole = system.run("plankton_embedding", Map.of("dataset", "nowhere"));
        String run = whole.getWorkflowId();
        for (int i = 0;
                i < 60
                        && system.query("select 1 from history.alert where told_at is not null and run_id = '%s'"
                                        .formatted(run))
                                .isEmpty();
                i++) {
            Thread.sleep(500);
        }
        Map<String, Object> alert = one("select * from history.alert where run_id = '%s'".formatted(run));
        assertThat(alert)
                .containsEntry("status", "FAILED")
                .containsEntry("task_type", "plankton_dataset_import")
                .containsEntry("trouble", "");
        assertThat(String.valueOf(alert.get("reason"))).contains("nowhere");
        assertThat(system.alerts().taken(run)).singleElement().satisfies(message -> {
            assertThat(message.get("id")).isEqualTo(alert.get("alert_id"));
            assertThat(message.get("workflow")).isEqualTo("plankton_embedding");
            assertThat(message.get("reason")).isEqualTo(alert.get("reason"));
        });
        assertThat(system.query("select 1 from history.run where workflow = 'plankton_failure'"))
                .isEmpty();
        assertThat(one("select status from history.run where run_id = '%s'".formatted(run)))
                .containsEntry("status", "FAILED");
        assertThat(system.query("select 1 from conductor.task where json_data like '%" + AlertReceiver.SECRET
                        + "%' union all select 1 from plankton.alert a where a::text like '%" + AlertReceiver.SECRET
                        + "%'"))
                .as("places where the webhook's secret was found")
                .isEmpty();
    }

    @Test
    @Order(7)
    void artifactsAreVerifiedMendedAndDeletedWhenNobodyNeedsThem(@TempDir Path folder) throws Exception {
        Map<String, Object> input = new HashMap<>(SMALL);
        input.put("relationsBest", 7);
        KeptRuns runs = new KeptRuns(system, input, first.getWorkflowId());
        runs.damageIsFoundAndMended(folder);
        runs.whatOnlyDroppedRunsNeedIsDeleted();
        runs.oldHistoriesLeaveConductor();
    }

    @Test
    @Order(10)
    void aCleanUpLeavesNothingThatNoKeptRunNeeds() throws Exception {
        new KeptRuns(system, SMALL, first.getWorkflowId()).nothingIsLeftThatNoKeptRunNeeds();
    }

    @Test
    @Order(11)
    void theDashboardAndTheAlertsAskForMeasuresThatExist() throws Exception {
        MetricsCheck.names(List.of(system.workerMetrics(), system.gatewayMetrics()));
    }

    /** After trainings that lasted for seconds and steps that failed: Prometheus looks once a second. */
    @Test
    @Order(11)
    void everyPanelOfTheDashboardShowsData() throws Exception {
        system.visitGateway();
        String run = system.start("plankton_promote", Map.of("alias", "x"), Map.of("plankton_settings", "lonely"));
        Thread.sleep(12_000); // the gateway looks at the queues every ten seconds
        system.visitGateway();
        Thread.sleep(2_000);
        MetricsCheck.data(prometheus, "lonely");
        system.workflows().terminateWorkflow(run, "seen enough");
    }
}
