package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plankton.db.rows.DatasetRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many files an upload has that cannot be used, the database holds a table of bounded length, and the count. */
class LeftOutImagesTest {
    @Test
    void countsAllAndListsTheFirst() throws IOException {
        int all = DatasetSql.MOST_LEFT_OUT + 1;
        try (TestPostgres postgres = new TestPostgres()) {
            RunHistory history = postgres.history();
            history.runs().started(SampleRows.run("run"));
            history.training()
                    .dataset(
                            Ids.run("run"),
                            new DatasetRow(
                                    Ids.artifact("dataset"),
                                    "bay",
                                    64,
                                    List.of(new DatasetRow.ClassCount("egg", 3, 1, 1, 0)),
                                    IntStream.range(0, all)
                                            .mapToObj(i ->
                                                    new DatasetRow.LeftOut("egg/%06d.png".formatted(i), "is empty"))
                                            .toList()));
            assertThat(postgres.query("""
                            select d.left_out, count(*)::int as listed, max(l.source) as last
                            from history.dataset d join history.left_out_image l using (dataset_id)
                            group by d.left_out
                            """))
                    .containsExactly(Map.of(
                            "left_out",
                            all,
                            "listed",
                            DatasetSql.MOST_LEFT_OUT,
                            "last",
                            "egg/%06d.png".formatted(DatasetSql.MOST_LEFT_OUT - 1)));
        }
    }
}
