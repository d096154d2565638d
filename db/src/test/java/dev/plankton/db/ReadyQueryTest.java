package dev.plankton.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.db.ReadyQuery.Filled;
import dev.plankton.db.ReadyQuery.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ReadyQueryTest {
    @SuppressWarnings("UnusedVariable") // the parameters of tests
    private static final List<String> NAMES = ReadyQuery.NAMES;

    private static final Path FOLDER = Path.of("queries");

    private static final String SCRIPT = """
            -- How many are there?
            -- Not many.
            --   kind: which
            --   limit: at most
            --   dataset: its name; empty for all
            \\if :{?limit} \\else \\set limit 20 \\endif
            \\if :{?dataset} \\else \\set dataset '' \\endif
            select :'kind', 1::integer
            where :'dataset' = '' or :'dataset' = :'kind'
            limit :'limit';
            """;

    @Test
    void readsTheHeadOfAScript() {
        ReadyQuery query = ReadyQuery.parse("few", SCRIPT);
        assertThat(query.question()).isEqualTo("How many are there?");
        assertThat(query.parameters())
                .containsExactly(
                        new Parameter("kind", "which", Optional.empty()),
                        new Parameter("limit", "at most", Optional.of("20")),
                        new Parameter("dataset", "its name; empty for all", Optional.of("")));
    }

    @Test
    void valuesNeverBecomePartOfTheSql() {
        Filled filled = ReadyQuery.parse("few", SCRIPT).fill(Map.of("kind", "'; drop table run; --", "limit", "3"));
        assertThat(filled.sql()).isEqualTo("select ?, 1::integer\nwhere ? = '' or ? = ?\nlimit ?");
        assertThat(filled.values()).containsExactly("'; drop table run; --", "", "", "'; drop table run; --", "3");
    }

    @Test
    void saysWhatIsMissingOrUnknown() {
        ReadyQuery query = ReadyQuery.parse("few", SCRIPT);
        assertThatThrownBy(() -> query.fill(Map.of())).hasMessage("The query few needs kind=<which>.");
        assertThatThrownBy(() -> query.fill(Map.of("kind", "a", "sort", "b")))
                .hasMessage("The query few has no parameter 'sort'.");
        assertThatThrownBy(() -> ReadyQuery.named("../run"))
                .hasMessageStartingWith("There is no query '../run'; there are best_checkpoints, ");
    }

    @Test
    void everyScriptIsListed() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".sql")))
                    .containsExactlyInAnyOrderElementsOf(
                            NAMES.stream().map(name -> name + ".sql").toList());
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void everyScriptHasAQuestionExplainsItsParametersAndIsShownWithASample(String name) throws IOException {
        ReadyQuery query = ReadyQuery.named(name);
        assertThat(query.question()).endsWith("?");
        String script = Files.readString(FOLDER.resolve(name + ".sql"));
        for (Parameter parameter : query.parameters()) {
            assertThat(query.select()).contains(":'" + parameter.name() + "'");
        }
        assertThat(script.lines().filter(line -> line.startsWith("\\")).count())
                .isEqualTo(query.parameters().stream()
                        .filter(parameter -> parameter.fallback().isPresent())
                        .count());
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("## " + name + "\n", query.question(), "./plankton query " + name);
    }
}
