package dev.plankton.app;

import dev.plankton.db.ReadyQuery;
import dev.plankton.db.ReadyQuery.Parameter;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "query",
        description = "Asks the run history one of the ready queries in db/queries; without a name, lists them.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton query best_checkpoints limit=3",
            "  plankton query learning_curve run=latest"
        })
final class QueryCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Name of the query.")
    private String name = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "KEY=VALUE", description = "Its parameters.")
    private Map<String, String> values = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isEmpty()) {
            ReadyQuery.NAMES.forEach(each -> explain(ReadyQuery.named(each), out));
            return 0;
        }
        ReadyQuery.Filled filled = filled();
        StackState state = stack.stack().state();
        try (Sql sql = Sql.connect(state.historyOnly())) {
            Table table = sql.ask(filled.sql(), filled.values().toArray(String[]::new));
            table.lines().forEach(out::println);
            out.println(table.countLine());
        }
        return 0;
    }

    private ReadyQuery.Filled filled() throws Trouble {
        try {
            return ReadyQuery.named(name).fill(values);
        } catch (IllegalArgumentException e) {
            throw new Trouble(String.valueOf(e.getMessage()));
        }
    }

    private static void explain(ReadyQuery query, PrintWriter out) {
        out.println("%s: %s".formatted(query.name(), query.question()));
        for (Parameter parameter : query.parameters()) {
            out.println("    %s=...  %s%s"
                    .formatted(
                            parameter.name(),
                            parameter.meaning(),
                            parameter
                                    .fallback()
                                    .filter(text -> !text.isEmpty())
                                    .map(" (default: %s)"::formatted)
                                    .orElse("")));
        }
    }
}
