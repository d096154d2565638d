package dev.plankton.workflows;

import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reference page of all inputs, as the schema has them. */
final class InputsPage {
    private static final String INTRODUCTION = """
            # Inputs

            Every input of every workflow. Leave an input blank and it takes the value in the column "Left blank". Where two values
            stand there, the input `preset` decides between them. A test generates this page from the schema in `workers/contracts`;
            do not edit it by hand.
            """;

    private InputsPage() {}

    static String text() {
        List<String> lines = new ArrayList<>(List.of(INTRODUCTION));
        for (Schema.Group group : Schema.groups()) {
            lines.add("## " + group.title());
            lines.add("| Input | Meaning | Allowed | Left blank | Workflows |");
            lines.add("|---|---|---|---|---|");
            for (Setting setting : group.settings()) {
                lines.add("| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                setting.key(),
                                cell(setting.description()),
                                cell(setting.type().allowed()),
                                cell(setting.defaultInWords()),
                                workflows(setting)));
            }
            lines.add("");
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;");
    }

    /** A sweep takes all inputs that its runs take. */
    private static String workflows(Setting setting) {
        Stream<PlanktonWorkflow> sweep = setting.workflows().contains(PlanktonWorkflow.EMBEDDING)
                ? Stream.of(PlanktonWorkflow.SWEEP)
                : Stream.of();
        return Stream.concat(setting.workflows().stream(), sweep)
                .map(workflow -> "`%s`".formatted(workflow.definition()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
