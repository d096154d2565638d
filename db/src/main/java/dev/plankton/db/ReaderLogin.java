package dev.plankton.db;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** A login that may read the schema {@code history} and do nothing else: a member of the role {@code analyst}. */
public final class ReaderLogin {
    /** The names stand in settings of the transaction, since statements about roles take no parameters. */
    private static final String ENSURE = """
            do $$
            declare
                login text = current_setting('plankton.login');
            begin
                if not exists (select from pg_roles where rolname = login) then
                    execute format('create role %I login in role analyst', login);
                end if;
                execute format('alter role %I password %L', login, current_setting('plankton.password'));
                -- so that a query that was forgotten does not work, or hold up a migration, for ever
                execute format('alter role %I set statement_timeout = ''10min''', login);
                execute format('alter role %I set idle_in_transaction_session_timeout = ''10min''', login);
            end $$
            """;

    private ReaderLogin() {}

    /**
     * Makes the login unless it is there, and gives it the password.
     *
     * @param config of a user who may create roles, in a database that was {@link Database#migrate migrated}
     * @throws IOException with a sentence, if that user may not
     */
    public static void ensure(DatabaseConfig config, String user, String password) throws IOException {
        if (user.equals(config.user())) {
            throw new IllegalArgumentException(
                    "The login that only reads must not be '%s', which owns the database.".formatted(user));
        }
        try (HikariDataSource connections = Database.atOnce(config)) {
            Jdbi.create(connections).useTransaction(handle -> {
                set(handle, "plankton.login", user);
                set(handle, "plankton.password", password);
                handle.execute(ENSURE);
            });
        } catch (JdbiException e) {
            throw new IOException("The login '%s' cannot be made: %s.".formatted(user, Transactions.rootMessage(e)), e);
        }
    }

    private static void set(Handle handle, String name, String value) {
        handle.createQuery("select set_config(:name, :value, true)")
                .bind("name", name)
                .bind("value", value)
                .mapTo(String.class)
                .one();
    }
}
