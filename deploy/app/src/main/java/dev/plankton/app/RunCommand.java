package dev.plankton.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Starts a workflow in the running system and follows it; exit code 0 only if it completes.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Workflows: plankton_embedding (everything), or one part of it: plankton_dataset,",
            "plankton_training (datasetId=...), plankton_analysis (trainingId=...). With a finished run:",
            "plankton_classify (dataset=...), plankton_discover (dataset=...), plankton_promote (run=..., reason=...),",
            "plankton_cleanup (drop=...), plankton_verify (run=...). With many settings at once: plankton_sweep (grid=...).",
            "Every input has a default. For example:",
            "  plankton run plankton_embedding dataset=zooscan rounds=3"
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final StackOption stack = new StackOption();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "A file with a JSON object of inputs; KEY=VALUE overrides it.")
    private @Nullable Path input;

    @Option(
            names = "--domain",
            paramLabel = "TASK=DOMAIN",
            description = "Sends a kind of task to the workers of a domain, such as plankton_train=gpu; repeatable.")
    private Map<String, String> domains = Map.of();

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "The workflow's name.")
    private String workflow = "";

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "Inputs; text is taken as it is written, other values are read as JSON.")
    private List<String> values = List.of();

    @Override
    public Integer call() throws Exception {
        Screen screen = new Screen(spec.commandLine().getOut());
        try (WorkflowRun run = new WorkflowRun(stack.stack(), screen)) {
            return run.run(workflow, Inputs.parse(input, values), TaskDomains.checked(domains)) ? 0 : 1;
        }
    }
}
