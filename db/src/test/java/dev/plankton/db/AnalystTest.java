package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member of the role {@code analyst} may do; roles belong to a whole server, so each test has its own. */
class AnalystTest {
    private static final String REFUSED = "42501";
    private static final String NOT_UPDATABLE = "55000"; // said of a view before anybody asks who wants to change it

    private EmbeddedPostgres server;
    private Jdbi administrator;
    private Jdbi owner;
    private Jdbi analyst;

    @BeforeEach
    void start() throws IOException {
        server = EmbeddedPostgres.start();
        administrator = Jdbi.create(server.getJdbcUrl("postgres", "postgres"));
        execute(administrator, "create role owner login");
        execute(administrator, "create database plankton owner owner");
        owner = Jdbi.create(server.getJdbcUrl("owner", "plankton"));
        analyst = Jdbi.create(server.getJdbcUrl("ada", "plankton"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void migrate(String user) {
        Database.migrate(new DatabaseConfig(server.getJdbcUrl(user, "plankton"), user, "", 4));
    }

    private void login() {
        execute(administrator, "create role ada login in role analyst");
    }

    private static void execute(Jdbi who, String sql) {
        who.useHandle(handle -> handle.execute(sql));
    }

    private static List<String> list(Jdbi who, String sql) {
        return who.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private List<String> relations(String schema) {
        return list(
                owner,
                "select relnamespace::regnamespace || '.' || relname from pg_class where relkind in ('r', 'v') and relnamespace = '%s'::regnamespace"
                        .formatted(schema));
    }

    private void isRefused(String sql) {
        assertThatThrownBy(() -> execute(analyst, sql))
                .as(sql)
                .rootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isIn(REFUSED, NOT_UPDATABLE);
    }

    @Test
    void anAnalystReadsEveryViewAndWritesNothing() {
        execute(administrator, "alter role owner createrole");
        migrate("owner");
        login();
        assertThat(relations("history")).hasSizeGreaterThan(20).allSatisfy(view -> {
            assertThatCode(() -> list(analyst, "select count(*) from " + view)).doesNotThrowAnyException();
            assertThat(list(
                            owner,
                            "select has_table_privilege('analyst', '%s', 'insert, update, delete, truncate, trigger')"
                                    .formatted(view)))
                    .containsExactly("f");
            isRefused("insert into %s default values".formatted(view));
            isRefused("delete from " + view);
            String column = list(
                            owner,
                            "select attname from pg_attribute where attrelid = '%s'::regclass and attnum = 2"
                                    .formatted(view))
                    .getFirst();
            isRefused("update %s set %s = null".formatted(view, column));
        });
        assertThatCode(() -> list(analyst, "select history.find_run('latest') from history.lineage('a')"))
                .doesNotThrowAnyException();
        assertThat(relations("plankton")).hasSizeGreaterThan(20).allSatisfy(table -> {
            isRefused("select from " + table);
            isRefused("insert into %s default values".formatted(table));
            isRefused("delete from " + table);
            isRefused("truncate " + table);
            isRefused("do $$ begin lock table %s in access share mode; end $$".formatted(table));
        });
        for (String schema : List.of("history.", "plankton.", "public.", "temporary ")) {
            String kind = schema.endsWith(".") ? "table " + schema : "temporary table ";
            isRefused("create %sintruder (word text)".formatted(kind));
        }
        isRefused("create schema intruder");
        isRefused("create view history.intruder as select 1");
        isRefused("drop view history.run");
        isRefused("set role owner");
    }

    @Test
    void anAnalystStoresNoLargeObject() {
        migrate("postgres"); // only a superuser may take this right from everybody
        login();
        for (String call : List.of("lo_create(0)", "lo_creat(-1)", "lo_from_bytea(0, 'x')", "lowrite(0, 'x')")) {
            isRefused("select " + call);
        }
        assertThat(list(administrator, "select count(*) from pg_largeobject_metadata"))
                .containsExactly("0");
    }

    @Test
    void whereTheRoleMayNotBeCreatedItGetsItsRightsWhenAnAdministratorHasMadeIt() {
        migrate("owner");
        assertThat(list(owner, "select count(*) from pg_roles where rolname = 'analyst'"))
                .containsExactly("0");
        execute(administrator, "create role analyst nologin");
        login();
        isRefused("select from history.run");
        migrate("owner");
        assertThat(list(analyst, "select count(*) from history.run")).containsExactly("0");
        isRefused("create temporary table intruder (word text)");
    }

    @Test
    void theReaderLoginMayDoWhatAnAnalystMayAndHasThePasswordThatItGotLast() throws IOException {
        execute(administrator, "alter role owner createrole");
        migrate("owner");
        DatabaseConfig config = new DatabaseConfig(server.getJdbcUrl("owner", "plankton"), "owner", "", 4);
        ReaderLogin.ensure(config, "ada", "it's :first");
        String first = password();
        ReaderLogin.ensure(config, "ada", "the second");

        assertThat(password()).startsWith("SCRAM-SHA-256$").isNotEqualTo(first);
        assertThat(list(analyst, "show statement_timeout")).containsExactly("10min");
        assertThat(list(analyst, "select count(*) from history.run")).containsExactly("0");
        isRefused("select from plankton.run");
        assertThatThrownBy(() -> ReaderLogin.ensure(config, "owner", "x"))
                .hasMessage("The login that only reads must not be 'owner', which owns the database.");
        execute(administrator, "alter role owner nocreaterole");
        assertThatThrownBy(() -> ReaderLogin.ensure(config, "ada", "x"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The login 'ada' cannot be made: ");
    }

    private String password() {
        return list(administrator, "select rolpassword from pg_authid where rolname = 'ada'")
                .getFirst();
    }
}
