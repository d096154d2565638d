package dev.plankton.gateway;

import dev.plankton.contracts.inputs.PlanktonWorkflow;
import dev.plankton.contracts.inputs.Schema;
import dev.plankton.contracts.inputs.Setting;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every input of every workflow, as the schema describes it. */
final class InputsPage extends Handler.Abstract {
    private static final String HEADER =
            "<tr><th>Input</th><th>Meaning</th><th>Allowed</th><th>Left blank</th><th>Workflows</th></tr>";
    private static final String INTRODUCTION = """
            <p>The form in Conductor shows the inputs that are needed most often. Any other of these can be added to it by its
            name. A blank input takes the value in the column "Left blank"; where two stand there, the input
            <code>preset</code> decides.</p>
            """;

    private static final String PAGE = Html.page("Inputs", INTRODUCTION + groups());

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        return Answers.page(200, PAGE, response, callback);
    }

    private static String groups() {
        return Schema.groups().stream()
                .map(group -> "<h2>%s</h2><table>%s%s</table>"
                        .formatted(
                                Html.escape(group.title()),
                                HEADER,
                                group.settings().stream().map(InputsPage::row).collect(Collectors.joining("\n"))))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Setting setting) {
        return "<tr><td><code>%s</code></td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
                .formatted(
                        Html.escape(setting.key()),
                        Html.escape(setting.description()),
                        Html.escape(setting.type().allowed()),
                        Html.escape(setting.defaultInWords()),
                        setting.workflows().stream()
                                .map(PlanktonWorkflow::definition)
                                .collect(Collectors.joining("<br>")));
    }
}
