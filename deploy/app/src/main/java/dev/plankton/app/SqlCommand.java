package dev.plankton.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sql",
        description = "Queries the run history of the running system; changes nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For example:",
            "  plankton sql 'select * from history.run_summary'",
            "  plankton sql 'select round, accuracy, test_accuracy from history.checkpoint'",
            "  plankton sql 'select class, recall, most_confused_with from history.class_metric'"
        })
final class SqlCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Parameters(paramLabel = "QUERY", description = "One SELECT statement of PostgreSQL.")
    private String query = "";

    @Override
    public Integer call() throws Exception {
        StackState state = stack.stack().state();
        try (Sql sql = Sql.connect(state.historyOnly())) {
            Table table = sql.ask(query);
            table.lines().forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().println(table.countLine());
        }
        return 0;
    }
}
