package dev.plankton.app;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.db.RunList;
import dev.plankton.engine.store.S3ObjectStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "report",
        description = "Copies the report of a run to this machine, and says where it is and at which address.",
        mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    private static final String LATEST = "latest";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "RUN",
            description = "The run's id, as Conductor shows it (default: the latest run that has a report).")
    private String run = LATEST;

    @Option(
            names = "--to",
            paramLabel = "FOLDER",
            description =
                    "Where to put it (default: reports in the data folder, or here if the system runs elsewhere).")
    private Optional<Path> to = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Stack running = stack.stack();
        StackState state = running.state();
        Optional<String> key;
        try (RunList runs = RunList.open(state.historyOnly())) {
            key = run.equals(LATEST) ? runs.latestReport() : runs.report(new RunId(run));
        }
        if (key.isEmpty()) {
            throw new Trouble(
                    "There is no report of run %s; `plankton sql 'select * from history.run_summary'` lists the runs."
                            .formatted(run));
        }
        Path index = new ReportDownload(new S3ObjectStore(state.objects()))
                .bring(key.get(), to.orElse(running.reports()).resolve(run));
        spec.commandLine().getOut().println(index);
        spec.commandLine().getOut().println(state.gateway() + StoreKeys.reportPath(key.get()));
        return 0;
    }
}
