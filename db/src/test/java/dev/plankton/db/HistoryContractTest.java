package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What db/README.md promises of the schema {@code history}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryContractTest {
    private TestPostgres postgres;

    @BeforeAll
    void start() throws IOException {
        postgres = new TestPostgres();
    }

    @AfterAll
    void stop() throws IOException {
        postgres.close();
    }

    private List<String> lines(String sql) {
        return postgres.jdbi()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void everyViewColumnAndFunctionIsExplained() {
        assertThat(lines("""
                        select c.relname || coalesce('.' || a.attname, '')
                        from pg_class c
                                 left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                        where c.relnamespace = 'history'::regnamespace
                          and (obj_description(c.oid, 'pg_class') is null
                               or a.attname is not null and col_description(c.oid, a.attnum) is null)
                        union all
                        select proname::text from pg_proc
                        where pronamespace = 'history'::regnamespace and obj_description(oid, 'pg_proc') is null
                        """)).isEmpty();
    }

    @Test
    void thereIsNothingButViewsAndFunctions() {
        assertThat(lines("select distinct relkind::text from pg_class where relnamespace = 'history'::regnamespace"))
                .containsExactly("v");
    }

    /**
     * A change of the views changes the file, which is where one sees whether it is an addition: only lines that begin
     * with a version that was not published yet may come, go or change.
     */
    @Test
    void viewsAndColumnsAreThoseOfTheContract() throws IOException {
        List<String> contract;
        try (InputStream in = HistoryContractTest.class.getResourceAsStream("history-contract.txt")) {
            contract = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
        List<String> views = lines("""
                select c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
                where c.relnamespace = 'history'::regnamespace
                union all
                select proname || '(' || pg_get_function_identity_arguments(oid) || ') ' || pg_get_function_result(oid)
                from pg_proc where pronamespace = 'history'::regnamespace
                order by 1
                """);
        assertThat(views)
                .containsExactlyInAnyOrderElementsOf(contract.stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .toList());
        int newest = contract.stream()
                .mapToInt(line -> Integer.parseInt(line.substring(0, line.indexOf(' '))))
                .max()
                .orElseThrow();
        assertThat(lines("select max(version) from history.contract_version"))
                .containsExactly(Integer.toString(newest));
    }
}
