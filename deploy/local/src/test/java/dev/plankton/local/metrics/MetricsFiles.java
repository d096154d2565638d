package dev.plankton.local.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What deploy/metrics asks Prometheus. */
final class MetricsFiles {
    static final Path FOLDER = Path.of("..", "metrics");
    private static final Pattern ALERT =
            Pattern.compile("(?s)- alert: (\\w+)\n +expr: (?:\\|\n)?(.*?)\n +(?:for|annotations):");
    /** Labels, ranges and the lists of labels that are kept. */
    private static final Pattern NO_NAMES =
            Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|on|without|ignoring)\\s*\\([^)]*\\)");

    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-z0-9_]*\\b(?!\\s*\\()");
    private static final Set<String> WORDS = Set.of("unless", "and", "or", "bool", "offset");

    private MetricsFiles() {}

    /** Every query of the dashboard, by the title of its panel and its letter. */
    static Map<String, String> dashboard() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        JsonNode dashboard = new ObjectMapper()
                .readTree(FOLDER.resolve("grafana/dashboards/plankton.json").toFile());
        for (JsonNode panel : dashboard.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                queries.put(
                        panel.path("title").asText() + " "
                                + target.path("refId").asText(),
                        target.path("expr").asText());
            }
        }
        return queries;
    }

    /** The condition of every alert, by its name. */
    static Map<String, String> alerts() throws IOException {
        Map<String, String> conditions = new LinkedHashMap<>();
        Matcher alerts = ALERT.matcher(Files.readString(FOLDER.resolve("alerts.yml")));
        while (alerts.find()) {
            conditions.put(alerts.group(1), alerts.group(2));
        }
        return conditions;
    }

    /** The names of the measures in a query, such as {@code jvm_memory_used_bytes}. */
    static Set<String> names(String query) {
        Set<String> names = new TreeSet<>();
        NAME.matcher(NO_NAMES.matcher(query).replaceAll(" ")).results().forEach(name -> names.add(name.group()));
        names.removeAll(WORDS);
        return names;
    }
}
