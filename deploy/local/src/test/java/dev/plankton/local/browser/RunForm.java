package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The form of Conductor's UI that starts a run, filled in with the mouse and the keyboard. */
final class RunForm {
    private static final String WORKFLOW = "return document.querySelector('input[role=combobox]');";
    private static final String OPTION =
            "return [...document.querySelectorAll('[role=option]')].find((option) => option.textContent === arguments[0]);";
    private static final String BUTTON =
            "return [...document.querySelectorAll('button')].find((button) => button.textContent === arguments[0]);";
    /** The editor draws each line of the text as an element; their order on the page is that of their positions. */
    private static final String LINES =
            "return [...(document.querySelector('.monaco-editor') ?? document.createElement('p')).querySelectorAll('.view-line')]"
                    + ".sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)";

    private static final String TEXTS = LINES + ".map((line) => line.textContent.replaceAll('\\u00a0', ' ').trim());";
    private static final String LINE = LINES + ".find((line) => line.textContent.trim().startsWith(arguments[0]));";
    private static final String STARTED = "document.querySelector('a[href*=\"/execution/\"]#workflow-execution-id, "
            + "[role=alert] a[href*=\"/execution/\"]')";

    private final Browser browser;
    private final URI gateway;

    RunForm(Browser browser, URI gateway) {
        this.browser = browser;
        this.gateway = gateway;
    }

    /** Opens it, clears what it remembers, and chooses a workflow. */
    RunForm open(String workflow) throws IOException, InterruptedException {
        browser.resize(RunPage.WIDTH, RunPage.HEIGHT);
        browser.open(gateway.resolve("/runWorkflow"));
        browser.click("the button Reset", BUTTON, "Reset");
        browser.click("the field for the workflow", WORKFLOW);
        browser.keyboard().type(workflow);
        browser.click("the workflow " + workflow, OPTION, workflow);
        return shows("\"dataset\": \"\",");
    }

    /** Waits until the text has such a line. */
    RunForm shows(String line) throws IOException, InterruptedException {
        browser.await(
                "the line %s in the form, whose editor the UI loads from the internet".formatted(line),
                "return (() => { %s })().includes(arguments[0]);".formatted(TEXTS),
                line);
        return this;
    }

    /** Replaces the value of an input. @param json as it is typed, with its quotes if it has some */
    RunForm fill(String input, String json) throws IOException, InterruptedException {
        String name = "\"%s\":".formatted(input);
        boolean last = !line(name).endsWith(",");
        browser.click("the line of " + input, LINE, name);
        browser.keyboard().type(Keyboard.END);
        browser.keyboard().press(Keyboard.SHIFT, Keyboard.HOME);
        browser.keyboard().type(Keyboard.DELETE + name + " " + json + (last ? "" : ","));
        assertThat(line(name)).isEqualTo(name + " " + json + (last ? "" : ","));
        return this;
    }

    /** Adds lines for inputs that the form does not show. */
    RunForm add(List<String> lines) throws IOException, InterruptedException {
        browser.click("the first line", LINE, "{");
        browser.keyboard().type(Keyboard.END);
        browser.keyboard().paste(lines.stream().map(line -> "\n" + line + ",").collect(Collectors.joining()));
        for (String line : lines) {
            shows(line + ",");
        }
        return this;
    }

    private String line(String start) throws IOException, InterruptedException {
        for (var line : browser.run(TEXTS)) {
            if (line.asText().startsWith(start)) {
                return line.asText();
            }
        }
        throw new AssertionError("no line %s in %s".formatted(start, browser.run(TEXTS)));
    }

    /** Presses the button. @return the number of the run, whose page it opens */
    String start(String picture) throws IOException, InterruptedException {
        browser.picture(picture);
        browser.click("the button Run workflow", BUTTON, "Run workflow");
        browser.await("the run has begun", "return !!%s;".formatted(STARTED));
        String run = browser.run("return %s.getAttribute('href').split('/').pop();".formatted(STARTED))
                .asText();
        browser.click("the number of the run", "return %s;".formatted(STARTED));
        return run;
    }
}
