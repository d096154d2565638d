package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.db.rows.CleanupItem;
import dev.plankton.db.rows.CleanupItem.Kind;
import dev.plankton.db.rows.KeptChange;
import dev.plankton.db.rows.StepEnd;
import dev.plankton.db.rows.StepEnd.StepStatus;
import dev.plankton.db.rows.StepStart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
            new CleanupItem(Kind.REPORT, "reports/never heard of/index.html", 30));
    private static final KeptChange DROP = new KeptChange(List.of("dropped"), List.of(), 0);

    private TestPostgres postgres;
    private RunHistory history;
    private Retention retention;

    @BeforeEach
    void start() throws IOException {
        postgres = new TestPostgres();
        history = postgres.history();
        retention = history.retention();
        for (String run : List.of("dropped", "kept", "cleanup")) {
            history.runStarted(SampleRows.run(run));
        }
        step("dropped", "a", StepStatus.COMPLETED, "made by a");
        step("dropped", "c", StepStatus.FAILED, "half of c");
        step("kept", "b", StepStatus.COMPLETED, "made by b");
        step("dropped", "reported and more", StepStatus.COMPLETED, "page");
        step("kept", "told and more", StepStatus.COMPLETED, "kept page");
        history.runCompleted("dropped");
        history.runCompleted("kept");
        history.runCompleted("cleanup"); // else all this would be younger than a run at work
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private void step(String run, String key, StepStatus status, String artifact) throws IOException {
        begin(run, key);
        history.stepClaimed(run + key, key);
        history.artifact(artifact, "thing", 5, taskType(key), key, List.of());
        history.stepEnded(new StepEnd(run + key, status, key, "", SampleRows.START.plusSeconds(1)));
    }

    private void begin(String run, String key) throws IOException {
        history.stepStarted(new StepStart(run + key, run, run, taskType(key), key, 0, "worker", SampleRows.START));
    }

    private static String taskType(String key) {
        return key.endsWith("more") ? "plankton_report" : "plankton_" + key;
    }

    private List<CleanupItem> plan(boolean commit) throws IOException {
        return retention.plan(DROP, STORED, 0, commit);
    }

    @Test
    void aDryRunListsWhatTheRealOneDeletesAndChangesNothing() throws IOException {
        List<CleanupItem> listed = plan(false);
        retention.listed("cleanup", listed);
        assertThat(listed)
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder(
                        "artifacts/made by a",
                        "artifacts/half of c",
                        "artifacts/page",
                        "results/plankton_a/a.json",
                        "snapshots/a",
                        "snapshots/b", // whose round is done
                        "snapshots/c",
                        "reports/reported/index.html");
        assertThat(postgres.query("select * from history.run where not kept")).isEmpty();
        assertThat(postgres.query("select * from history.cleanup_item where deleted"))
                .isEmpty();

        List<CleanupItem> gone = new ArrayList<>();
        assertThat(retention.delete("cleanup", plan(true), gone::add)).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(gone).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(postgres.query("select * from history.cleanup_item where not deleted"))
                .isEmpty();
        assertThat(postgres.query("select artifact_id from history.artifact where deleted_at is not null"))
                .hasSize(3);
        assertThat(retention.plan(DROP, List.of(), 0, true)).isEmpty();
    }

    @Test
    void aRunThatIsKeptAgainKeepsAll() throws IOException {
        plan(true);
        assertThat(retention.plan(new KeptChange(List.of(), List.of("dropped"), 0), STORED, 0, true))
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder("snapshots/a", "snapshots/b");
    }

    @Test
    void whatSomebodyIsAboutToReuseStays() throws IOException {
        List<CleanupItem> planned = plan(true);
        history.runStarted(SampleRows.run("at work"));
        begin("at work", "a");
        history.stepClaimed("at work" + "a", "a");

        assertThat(retention.delete("cleanup", planned, item -> {}))
                .extracting(CleanupItem::key)
                .doesNotContain("artifacts/made by a", "results/plankton_a/a.json", "snapshots/a")
                .contains("reports/reported/index.html");
    }

    @Test
    void whoWantsToReuseWaitsWhileItIsDeleted() throws Exception {
        List<CleanupItem> planned = plan(true);
        begin("kept", "a");
        CountDownLatch deleting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<List<CleanupItem>> deletion = async(() -> retention.delete("cleanup", planned, item -> {
            deleting.countDown();
            awaitQuietly(goOn);
        }));
        assertThat(deleting.await(10, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<?> claim = async(() -> {
            history.stepClaimed("kepta", "a");
            return "claimed";
        });
        CompletableFuture<?> publishing = async(() -> {
            history.artifact("made by a", "thing", 5, "plankton_d", "d", List.of());
            return "published";
        });

        Thread.sleep(500);
        assertThat(claim).isNotDone();
        assertThat(publishing).isNotDone();
        goOn.countDown();
        assertThat(deletion.get(10, TimeUnit.SECONDS)).hasSameSizeAs(planned);
        claim.get(10, TimeUnit.SECONDS);
        publishing.get(10, TimeUnit.SECONDS);
        assertThat(postgres.query(
                        "select 1 from history.artifact where artifact_id = 'made by a' and deleted_at is null"))
                .as("who publishes the same again makes it stay")
                .hasSize(1);
    }

    @Test
    void aDeletionThatFailsIsDoneAgain() throws IOException {
        List<CleanupItem> planned = plan(true);
        assertThatThrownBy(() -> retention.delete("cleanup", planned, item -> {
                    throw new IOException("the store is away");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the store is away");
        assertThat(plan(true)).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void ageDropsWhatNoAliasNames() throws IOException {
        history.model(SampleRows.model("kept", "made by b", 0.9)); // the champion
        postgres.jdbi()
                .useHandle(handle -> handle.execute("update plankton.run set ended_at = now() - interval '9 days'"));
        List<CleanupItem> items = retention.plan(new KeptChange(List.of(), List.of(), 8), STORED, 10, true);
        assertThat(items)
                .extracting(CleanupItem::key)
                .contains("artifacts/made by a")
                .doesNotContain("artifacts/made by b", "dropped");
        assertThat(retention.plan(new KeptChange(List.of(), List.of(), 0), STORED, 8, true))
                .filteredOn(item -> item.kind() == Kind.CONDUCTOR)
                .extracting(CleanupItem::key)
                .containsExactlyInAnyOrder("dropped", "kept", "cleanup");
    }

    @Test
    void whatTheHistoryDoesNotKnowIsTold() throws IOException {
        assertThat(retention.unknownRuns(List.of("kept", "nobody"))).containsExactly("nobody");
        assertThat(retention.unknownArtifacts(List.of("made by a", "foreign"))).containsExactly("foreign");
        assertThat(retention.workflows("kept")).containsExactly("kept");
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
