package dev.plankton.app;

import dev.plankton.db.DatabaseConfig;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Queries the schema {@code history}; the user may only read it, and the session is read-only as well. */
public final class Sql implements AutoCloseable {
    private static final MathContext SHOWN_DIGITS = new MathContext(4);

    private final Connection connection;

    private Sql(Connection connection) {
        this.connection = connection;
    }

    /** @param config of a user who may only read the history */
    public static Sql connect(DatabaseConfig config) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", config.user());
        properties.setProperty("password", config.password());
        properties.setProperty("currentSchema", "history");
        properties.setProperty("readOnly", "true");
        properties.setProperty("readOnlyMode", "always"); // outside of transactions as well
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("stringtype", "unspecified"); // parameters get the type that their place needs
        return new Sql(DriverManager.getConnection(config.url(), properties));
    }

    /** The answer as text; a null value is empty. */
    public Table ask(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            if (!statement.execute()) {
                return new Table(List.of("done"), List.of());
            }
            try (ResultSet result = statement.getResultSet()) {
                return table(result);
            }
        }
    }

    private static Table table(ResultSet result) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
        }
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(text(result, i));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static String text(ResultSet result, int column) throws SQLException {
        Object value = result.getObject(column);
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number)
                    .round(SHOWN_DIGITS)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        String text = result.getString(column);
        return text == null ? "" : text.replace('\n', ' ').replace('\r', ' ');
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
