package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.db.ReadyQuery.Filled;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every ready query on 1,000 made-up runs of 30 checkpoints each: how it is answered, whatever else the machine does in the
 * meantime. Times and plans are in {@code target/query-plans.md} afterwards.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueriesAtScaleTest {
    @SuppressWarnings("UnusedVariable") // the parameters of a test
    private static final List<String> NAMES = ReadyQuery.NAMES;

    private static final Map<String, Map<String, String>> VALUES =
            Map.of("confusion_of_two_classes", Map.of("a", "class 1", "b", "class 2"));

    /** Tables of which a query needs every row; any other that is large must be read through an index. */
    private static final Map<String, List<String>> READ_WHOLE = Map.of(
            "step_times", List.of("step"),
            "reused_steps", List.of("step"),
            "misclassified_images", List.of("misclassified_image"),
            "deletable_artifacts", List.of("artifact", "artifact_input", "step", "step_artifact"));

    private static final long LARGE = 10_000;
    private static final Pattern WHOLE = Pattern.compile("Seq Scan on (\\w+)");
    private static final Pattern INDEX = Pattern.compile("Index (?:Only )?Scan (?:Backward )?(?:using|on) (\\w+)");

    private final List<String> report = new ArrayList<>(
            List.of("| Query | Rows | Seconds | Tables read whole | Indexes |", "|---|---:|---:|---|---|"));
    private final List<String> plans = new ArrayList<>();
    private TestPostgres postgres;
    private List<String> large = List.of();

    @BeforeAll
    void load() throws IOException, SQLException {
        postgres = new TestPostgres();
        try (InputStream in = QueriesAtScaleTest.class.getResourceAsStream("synthetic-runs.sql");
                Handle handle = postgres.jdbi().open();
                Statement statement = handle.getConnection().createStatement()) {
            handle.begin();
            statement.execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            handle.commit();
            statement.execute("vacuum analyze");
            statement.execute("create role ada login in role analyst");
        }
        large = postgres.query("select relname from pg_class where relkind = 'r' and reltuples >= " + LARGE).stream()
                .map(row -> String.valueOf(row.get("relname")))
                .toList();
    }

    @AfterAll
    void stop() throws IOException {
        report.add("");
        report.addAll(plans);
        Files.write(Path.of("target", "query-plans.md"), report);
        postgres.close();
    }

    @Test
    void thereIsAsMuchAsPromised() {
        assertThat(postgres.query("""
                        select count(*) n, min(rounds) least from (
                            select count(*) as rounds from history.checkpoint group by run_id) per_run
                        """)).containsExactly(Map.of("n", 1000L, "least", 30L));
        assertThat(large).contains("confusion_cell", "class_metric", "artifact_input", "step", "training_round");
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void answersAndReadsThroughIndexes(String name) throws SQLException {
        Filled filled = ReadyQuery.named(name).fill(VALUES.getOrDefault(name, Map.of()));
        try (Handle handle = postgres.as("ada").open()) {
            Connection connection = handle.getConnection();
            List<String> plan = lines(connection, "explain (analyze, costs off, timing off) ", filled);
            long start = System.nanoTime();
            int rows = lines(connection, "", filled).size();
            note(name, rows, (System.nanoTime() - start) / 1e9, plan);
            assertThat(rows).isPositive();
            assertThat(found(WHOLE, plan).stream().filter(large::contains))
                    .as("large tables that are read from end to end")
                    .isSubsetOf(READ_WHOLE.getOrDefault(name, List.of()));
        }
    }

    private static List<String> lines(Connection connection, String prefix, Filled filled) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(prefix + filled.sql())) {
            for (int i = 0; i < filled.values().size(); i++) {
                statement.setObject(i + 1, filled.values().get(i), java.sql.Types.OTHER);
            }
            List<String> lines = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    lines.add(result.getString(1));
                }
            }
            return lines;
        }
    }

    private static List<String> found(Pattern pattern, List<String> plan) {
        TreeSet<String> names = new TreeSet<>();
        for (String line : plan) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        return List.copyOf(names);
    }

    private void note(String name, int rows, double seconds, List<String> plan) {
        report.add("| %s | %,d | %.3f | %s | %s |"
                .formatted(
                        name,
                        rows,
                        seconds,
                        String.join(", ", found(WHOLE, plan)),
                        String.join(", ", found(INDEX, plan))));
        plans.add("## " + name);
        plans.add("```");
        plans.addAll(plan);
        plans.add("```");
    }
}
