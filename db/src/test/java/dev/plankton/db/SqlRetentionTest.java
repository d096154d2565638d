package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.WorkflowId;
import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import dev.plankton.db.rows.KeptChange;
import dev.plankton.db.rows.RunEnd;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is planned, what is deleted, and that nobody takes it into use meanwhile. */
class SqlRetentionTest {
    private static final List<CleanupItem> STORED = List.of(
            new CleanupItem(Kind.RESULT, "results/plankton_a/a.json", 10),
            new CleanupItem(Kind.RESULT, "results/plankton_b/b.json", 10),
            new CleanupItem(Kind.RESULT, "results/plankton_a/never heard of.json", 10),
            new CleanupItem(Kind.SNAPSHOT, "snapshots/a", 20),
            new CleanupItem(Kind.SNAPSHOT, "snapshots/b", 20),
            new CleanupItem(Kind.SNAPSHOT, "snapshots/c", 20),
            new CleanupItem(Kind.SNAPSHOT, "snapshots/never heard of", 20),
            new CleanupItem(Kind.REPORT, "reports/reported/index.html", 30),
            new CleanupItem(Kind.REPORT, "reports/told/index.html", 30),
            new CleanupItem(Kind.REPORT, "reports/never heard of/index.html", 30),
            new CleanupItem(Kind.REPORT, "predictions/classified/index.html", 30),
            new CleanupItem(Kind.REPORT, "predictions/shown/index.html", 30));
    private static final KeptChange DROP = new KeptChange(Ids.runs("dropped"), List.of(), 0);

    private TestPostgres postgres;
    private RunHistory history;
    private Retention retention;

    @BeforeEach
    void start() throws IOException {
        postgres = new TestPostgres();
        history = postgres.history();
        retention = history.retention();
        for (String run : List.of("dropped", "kept", "cleanup")) {
            history.runs().started(SampleRows.run(run));
        }
        step("dropped", "a", StepStatus.COMPLETED, "made by a");
        step("dropped", "c", StepStatus.FAILED, "half of c");
        step("kept", "b", StepStatus.COMPLETED, "made by b");
        step("dropped", "reported and more", StepStatus.COMPLETED, "page");
        step("kept", "told and more", StepStatus.COMPLETED, "kept page");
        step("dropped", "classified by a model", StepStatus.COMPLETED, "page of predictions");
        step("kept", "shown by a model", StepStatus.COMPLETED, "kept page of predictions");
        history.runs().ended(Ids.run("dropped"), RunEnd.completed());
        history.runs().ended(Ids.run("kept"), RunEnd.completed());
        history.runs()
                .ended(Ids.run("cleanup"), RunEnd.completed()); // else all this would be younger than a run at work
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private void step(String run, String key, StepStatus status, String artifact) throws IOException {
        begin(run, key);
        history.runs().stepClaimed(Ids.task(run + key), key);
        history.runs().artifact(Ids.artifact(artifact), "thing", 5, taskType(key), key, List.of());
        history.runs().stepEnded(new StepEnd(Ids.task(run + key), status, key, "", SampleRows.START.plusSeconds(1)));
    }

    private void begin(String run, String key) throws IOException {
        history.runs()
                .stepStarted(new StepStart(
                        Ids.task(run + key),
                        Ids.run(run),
                        new WorkflowId(run),
                        taskType(key),
                        key,
                        0,
                        "worker",
                        SampleRows.START));
    }

    private static String artifactKey(String name) {
        return StoreKeys.artifact(Ids.artifact(name));
    }

    private static String taskType(String key) {
        if (key.endsWith("by a model")) {
            return "plankton_prediction_report";
        }
        return key.endsWith("more") ? "plankton_report" : "plankton_" + key;
    }

    private List<CleanupItem> plan(boolean commit) throws IOException {
        return retention.plan(DROP, STORED, 0, commit);
    }

    @Test
    void aDryRunListsWhatTheRealOneDeletesAndChangesNothing() throws IOException {
        List<CleanupItem> listed = plan(false);
        retention.listed(Ids.run("cleanup"), listed);
        assertThat(listed)
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder(
                        artifactKey("made by a"),
                        artifactKey("half of c"),
                        artifactKey("page"),
                        "results/plankton_a/a.json",
                        "snapshots/a",
                        "snapshots/b", // whose round is done
                        "snapshots/c",
                        "reports/reported/index.html",
                        artifactKey("page of predictions"),
                        "predictions/classified/index.html");
        assertThat(postgres.query("select * from history.run where not kept")).isEmpty();
        assertThat(postgres.query("select * from history.cleanup_item where deleted"))
                .isEmpty();

        List<CleanupItem> gone = new ArrayList<>();
        assertThat(retention.delete(Ids.run("cleanup"), plan(true), gone::add))
                .containsExactlyInAnyOrderElementsOf(listed);
        assertThat(gone).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(postgres.query("select * from history.cleanup_item where not deleted"))
                .isEmpty();
        assertThat(postgres.query("select artifact_id from history.artifact where deleted_at is not null"))
                .hasSize(4);
        assertThat(retention.plan(DROP, List.of(), 0, true)).isEmpty();
    }

    @Test
    void aPartStaysWhileAKeptRunUsesIt() throws IOException {
        List<CleanupItem> parts = List.of(
                new CleanupItem(Kind.RESULT, "results/plankton_a/one part.json", 10),
                new CleanupItem(Kind.RESULT, "results/plankton_a/another part.json", 10),
                new CleanupItem(Kind.RESULT, "results/plankton_b/one part.json", 10));
        history.runs().part("plankton_a", "one part", "a");
        history.runs().part("plankton_b", "one part", "b");
        assertThat(retention.plan(DROP, parts, 0, true))
                .filteredOn(item -> item.kind() == Kind.RESULT)
                .extracting(CleanupItem::key)
                .containsExactly("results/plankton_a/one part.json");

        begin("kept", "a");
        history.runs().stepClaimed(Ids.task("kepta"), "a");
        assertThat(retention.plan(DROP, parts, 0, true))
                .filteredOn(item -> item.kind() == Kind.RESULT)
                .isEmpty();
    }

    @Test
    void aRunThatIsKeptAgainKeepsAll() throws IOException {
        plan(true);
        assertThat(retention.plan(new KeptChange(List.of(), Ids.runs("dropped"), 0), STORED, 0, true))
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder("snapshots/a", "snapshots/b");
    }

    @Test
    void whatSomebodyIsAboutToReuseStays() throws IOException {
        List<CleanupItem> planned = plan(true);
        history.runs().started(SampleRows.run("at work"));
        begin("at work", "a");
        history.runs().stepClaimed(Ids.task("at work" + "a"), "a");

        assertThat(retention.delete(Ids.run("cleanup"), planned, item -> {}))
                .extracting(CleanupItem::key)
                .doesNotContain(artifactKey("made by a"), "results/plankton_a/a.json", "snapshots/a")
                .contains("reports/reported/index.html");
    }

    @Test
    void whoWantsToReuseWaitsWhileItIsDeleted() throws Exception {
        List<CleanupItem> planned = plan(true);
        begin("kept", "a");
        CountDownLatch deleting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<List<CleanupItem>> deletion =
                async(() -> retention.delete(Ids.run("cleanup"), planned, item -> {
                    deleting.countDown();
                    awaitQuietly(goOn);
                }));
        assertThat(deleting.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<?> claim = async(() -> {
            history.runs().stepClaimed(Ids.task("kepta"), "a");
            return "claimed";
        });
        CompletableFuture<?> publishing = async(() -> {
            history.runs().artifact(Ids.artifact("made by a"), "thing", 5, "plankton_d", "d", List.of());
            return "published";
        });

        Thread.sleep(500);
        assertThat(claim).isNotDone();
        assertThat(publishing).isNotDone();
        goOn.countDown();
        assertThat(deletion.get(10, TimeUnit.SECONDS)).hasSameSizeAs(planned);
        claim.get(10, TimeUnit.SECONDS);
        publishing.get(10, TimeUnit.SECONDS);
        assertThat(postgres.query("select 1 from history.artifact where artifact_id = '%s' and deleted_at is null"
                        .formatted(Ids.artifact("made by a"))))
                .as("who publishes the same again makes it stay")
                .hasSize(1);
    }

    @Test
    void whoOnlyReadsTheHistoryCannotKeepStepsAndDeletionsWaiting() throws Exception {
        postgres.jdbi().useHandle(handle -> handle.execute("create role ada login in role analyst"));
        try (Handle ada = postgres.as("ada").open()) {
            ada.begin();
            ada.execute("select pg_advisory_lock(?)", 0x706c616e6b746f6eL); // once the lock of all steps
            ada.execute("select count(*) from history.artifact");

            CompletableFuture<List<CleanupItem>> deletion =
                    async(() -> retention.delete(Ids.run("cleanup"), plan(true), item -> {}));
            assertThat(deletion.get(10, TimeUnit.SECONDS)).isNotEmpty();
            ada.rollback();
        }
    }

    @Test
    void aDeletionThatFailsIsDoneAgain() throws IOException {
        List<CleanupItem> planned = plan(true);
        assertThatThrownBy(() -> retention.delete(Ids.run("cleanup"), planned, item -> {
                    throw new IOException("the store is away");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the store is away");
        assertThat(plan(true)).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void ageDropsWhatNoAliasNames() throws IOException {
        history.models().made(SampleRows.model("kept", "made by b", 0.9)); // the champion
        postgres.jdbi()
                .useHandle(handle -> handle.execute("update plankton.run set ended_at = now() - interval '9 days'"));
        List<CleanupItem> items = retention.plan(new KeptChange(List.of(), List.of(), 8), STORED, 10, true);
        assertThat(items)
                .extracting(CleanupItem::key)
                .contains(artifactKey("made by a"))
                .doesNotContain(artifactKey("made by b"), "dropped");
        assertThat(retention.plan(new KeptChange(List.of(), List.of(), 0), STORED, 8, true))
                .filteredOn(item -> item.kind() == Kind.CONDUCTOR)
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder("dropped", "kept", "cleanup");
    }

    @Test
    void whatTheHistoryDoesNotKnowIsTold() throws IOException {
        assertThat(retention.unknownRuns(Ids.runs("kept", "nobody"))).containsExactly(Ids.run("nobody"));
        assertThat(retention.unknownArtifacts(Ids.artifacts("made by a", "foreign")))
                .containsExactly(Ids.artifact("foreign"));
        assertThat(retention.workflows(Ids.run("kept"))).containsExactly(new WorkflowId("kept"));
    }

    private static <T> CompletableFuture<T> async(Work<T> work) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return work.run();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws IOException;
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
