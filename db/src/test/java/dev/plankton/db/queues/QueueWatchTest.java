package dev.plankton.db.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.db.Database;
import dev.plankton.db.DatabaseConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** On a table like Conductor's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueWatchTest {
    private EmbeddedPostgres server;
    private Jdbi jdbi;
    private ConductorQueues queues;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    private final QueueWatch.Listener listener = new QueueWatch.Listener() {
        @Override
        public void announced(String queue, Duration in) {
            heard.add("%s in %d s".formatted(queue, in.toSeconds()));
        }

        @Override
        public void listening(boolean now) {
            heard.add("listening " + now);
        }
    };

    @BeforeAll
    void start() throws Exception {
        server = EmbeddedPostgres.start();
        DatabaseConfig config =
                new DatabaseConfig(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres", 4);
        Database.migrate(config);
        jdbi = Jdbi.create(server.getPostgresDatabase());
        jdbi.useHandle(
                handle -> handle.execute(
                        "create schema conductor; create table conductor.queue_message (queue_name text, message_id text, popped boolean default false, deliver_on timestamptz default now())"));
        queues = new ConductorQueues(config, "conductor");
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    @BeforeEach
    void empty() {
        execute("delete from conductor.queue_message");
        heard.clear();
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }

    private void put(String queue, String id, String more) {
        execute("insert into conductor.queue_message values ('%s', '%s', %s)".formatted(queue, id, more));
    }

    private @Nullable String next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void announcesTasksOfOursThatComeIntoAQueueAndNoOthers() throws Exception {
        try (QueueWatch watch = QueueWatch.start(queues, listener)) {
            assertThat(next()).isEqualTo("listening true");
            put("_deciderQueue", "a", "false, now()");
            put("plankton_train", "b", "false, now()");
            assertThat(next()).isEqualTo("plankton_train in 0 s");
            put("gpu:plankton_train", "c", "false, now() + interval '40 seconds'");
            assertThat(next()).isEqualTo("gpu:plankton_train in 40 s");
            put("plankton_pca", "d", "true, now()");
            execute("update conductor.queue_message set popped = false where message_id = 'd'");
            assertThat(next()).isEqualTo("plankton_pca in 0 s");
            execute("update conductor.queue_message set popped = true");
            assertThat(heard).isEmpty();
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void givesBackWhatWasTakenLongAgoAndNeverAnswered() throws Exception {
        put("tasks", "lost", "true, now() - interval '2 minutes'");
        put("tasks", "just taken", "true, now()");
        put("tasks", "waiting", "false, now() - interval '1 hour'");
        try (QueueWatch watch = QueueWatch.start(queues, listener)) {
            for (int i = 0; i < 100 && taken() != 1; i++) {
                Thread.sleep(100);
            }
            assertThat(watch).isNotNull();
        }
        assertThat(taken()).isEqualTo(1);
        List<String> left = jdbi.withHandle(
                handle -> handle.createQuery("select message_id from conductor.queue_message where popped")
                        .mapTo(String.class)
                        .list());
        assertThat(left).containsExactly("just taken");
    }

    private int taken() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from conductor.queue_message where popped")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void saysThatNothingIsAnnouncedWhenTheConnectionBreaksAndThatItIsAgain() throws Exception {
        try (QueueWatch watch = QueueWatch.start(queues, listener)) {
            assertThat(next()).isEqualTo("listening true");
            execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike '%' || 'listen plankton_work' || '%' and pid <> pg_backend_pid() or query like 'update conductor%' and pid <> pg_backend_pid()");
            assertThat(next()).isEqualTo("listening false");
            assertThat(next()).isEqualTo("listening true");
            put("plankton_train", "e", "false, now()");
            assertThat(next()).isEqualTo("plankton_train in 0 s");
            assertThat(watch).isNotNull();
        }
    }

    @Test
    void takesOnlyAPlainNameForASchema() {
        assertThatThrownBy(() -> new ConductorQueues(queues.database(), "conductor; drop table x"))
                .hasMessageStartingWith("PLANKTON_CONDUCTOR_SCHEMA must be the name of a schema");
    }
}
