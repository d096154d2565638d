package dev.plankton.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question to the schema {@code history}. Its SQL is in {@code db/queries}, as a script that psql can run, too. A
 * script has a head of comments (the question, more about it, then {@code --   name: meaning} for each parameter), a
 * line with {@code \if :{?name} \else \set name default \endif} for each parameter that has a default, and one SELECT
 * with a {@code :'name'} wherever it uses a parameter.
 *
 * @param name the file's name without its ending
 * @param question one sentence with a question mark
 * @param select the SELECT as it is written
 */
public record ReadyQuery(String name, String question, List<Parameter> parameters, String select) {
    /** The names of all ready queries, in the order of the README. */
    public static final List<String> NAMES = List.of(
            "best_checkpoints",
            "learning_curve",
            "compare_runs",
            "sweep_ranking",
            "classes_that_got_worse",
            "confusion_of_two_classes",
            "misclassified_images",
            "step_times",
            "reused_steps",
            "report_lineage",
            "deletable_artifacts");

    private static final Pattern USE = Pattern.compile(":'(\\w+)'");
    private static final Pattern MEANING = Pattern.compile("--   (\\w+): (.+)");
    private static final Pattern DEFAULT =
            Pattern.compile("\\\\if :\\{\\?(\\w+)} \\\\else \\\\set \\1 (\\S+) \\\\endif");

    /** A parameter. Its default, if it has one, is a single word or the empty text. */
    public record Parameter(String name, String meaning, Optional<String> fallback) {}

    /**
     * The query with its values filled in.
     *
     * @param sql with a {@code ?} for each of the values; each value is text, and PostgreSQL gives it the type that its
     *     place needs
     */
    public record Filled(String sql, List<String> values) {
        public Filled {
            values = List.copyOf(values);
        }
    }

    public ReadyQuery {
        parameters = List.copyOf(parameters);
    }

    /** @throws IllegalArgumentException if there is no query of this name; the message lists all names */
    public static ReadyQuery named(String name) {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException(
                    "There is no query '%s'; there are %s.".formatted(name, String.join(", ", NAMES)));
        }
        try (InputStream in = ReadyQuery.class.getResourceAsStream("queries/%s.sql".formatted(name))) {
            if (in == null) {
                throw new IllegalStateException("the query %s is missing from the program".formatted(name));
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ReadyQuery parse(String name, String script) {
        List<String> lines = script.lines().toList();
        List<Parameter> parameters = lines.stream()
                .map(MEANING::matcher)
                .filter(Matcher::matches)
                .map(head -> new Parameter(head.group(1), head.group(2), fallback(head.group(1), lines)))
                .toList();
        String select = String.join(
                "\n",
                lines.stream()
                        .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                        .toList());
        return new ReadyQuery(name, lines.getFirst().substring("-- ".length()), parameters, select);
    }

    private static Optional<String> fallback(String parameter, List<String> lines) {
        return lines.stream()
                .map(DEFAULT::matcher)
                .filter(line -> line.matches() && line.group(1).equals(parameter))
                .map(line -> line.group(2).replace("'", ""))
                .findFirst();
    }

    /**
     * Fills in values for parameters; those that are not given get their defaults.
     *
     * @throws IllegalArgumentException if a parameter without a default is missing, or a given name is not a parameter
     */
    public Filled fill(Map<String, String> given) {
        for (String name : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalArgumentException("The query %s has no parameter '%s'.".formatted(this.name, name));
            }
        }
        List<String> values = new ArrayList<>();
        for (MatchResult use : USE.matcher(select).results().toList()) {
            values.add(value(use.group(1), given));
        }
        return new Filled(USE.matcher(select).replaceAll("?").replaceFirst(";\\s*$", ""), values);
    }

    private String value(String name, Map<String, String> given) {
        Optional<Parameter> parameter =
                parameters.stream().filter(p -> p.name().equals(name)).findFirst();
        return Optional.ofNullable(given.get(name))
                .or(() -> parameter.flatMap(Parameter::fallback))
                .orElseThrow(() -> new IllegalArgumentException("The query %s needs %s=<%s>."
                        .formatted(
                                this.name,
                                name,
                                parameter.map(Parameter::meaning).orElse("value"))));
    }
}
