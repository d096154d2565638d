package dev.plankton.local.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The page of a run in Conductor's UI. */
final class RunPage {
    private static final String MENU = "return document.querySelector('#execution-actions-dropdown-btn') ??"
            + " [...document.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Actions');";
    private static final String CHOICES = "[...document.querySelectorAll('[role=menuitem]')]";
    private static final String TEXT =
            "return [...document.querySelectorAll(arguments[0])].find((element) => element.textContent.trim() === arguments[1]);";
    private static final String TASK =
            "return [...document.querySelectorAll('[role=row]')].find((row) => [...row.querySelectorAll('[role=cell]')]"
                    + ".some((cell) => cell.textContent.trim() === arguments[0]))?.querySelector('a');";

    private static final String ALERT = "return document.querySelector('.MuiAlert-colorError')?.textContent ?? '';";

    /** Of a usual screen; in a narrow window the UI hides some of its parts. */
    static final int WIDTH = 1440;

    static final int HEIGHT = 1000;

    private final Browser browser;
    private final URI gateway;

    RunPage(Browser browser, URI gateway) {
        this.browser = browser;
        this.gateway = gateway;
    }

    RunPage open(String run) throws IOException, InterruptedException {
        browser.resize(WIDTH, HEIGHT);
        browser.open(gateway.resolve("/execution/" + run));
        return this;
    }

    /** Waits for a status, as it stands beside the name of the workflow, such as "Completed". */
    RunPage shows(String status) throws IOException, InterruptedException {
        browser.await("the status " + status, "return !!(() => { %s })();".formatted(TEXT), ".MuiChip-label", status);
        return this;
    }

    /** Waits for the red line above the diagram. @return what it says, also where it has to be opened first */
    String reason() throws IOException, InterruptedException {
        browser.await("a reason", "return (() => { %s })() !== '';".formatted(ALERT));
        String reason = browser.run(ALERT).asText();
        if (!reason.contains("View full message")) {
            return reason;
        }
        browser.click("View full message", TEXT, ".MuiAlert-colorError span", "View full message");
        browser.await("the full message", "return !!document.querySelector('[role=dialog] pre');");
        String full = browser.run("return document.querySelector('[role=dialog] pre').textContent;")
                .asText();
        browser.click("the button Close", TEXT, "[role=dialog] button", "Close");
        browser.await("the message is closed", "return !document.querySelector('[role=dialog]');");
        return full;
    }

    /** Opens the menu Actions. @return its choices */
    List<String> actions() throws IOException, InterruptedException {
        browser.click("the menu Actions", MENU);
        browser.await("its choices", "return %s.length > 0;".formatted(CHOICES));
        List<String> choices = new ArrayList<>();
        for (JsonNode choice : browser.run("return %s.map((item) => item.textContent.trim());".formatted(CHOICES))) {
            choices.add(choice.asText());
        }
        return choices;
    }

    /** Chooses from the open menu. */
    void choose(String action) throws IOException, InterruptedException {
        browser.click(action, TEXT, "[role=menuitem]", action);
    }

    void tab(String name) throws IOException, InterruptedException {
        browser.click("the tab " + name, TEXT, "[role=tab], button, a, div", name);
    }

    /** Opens a task from the list of all and waits for a line in its log. */
    void logOf(String referenceName, String line) throws IOException, InterruptedException {
        tab("Task List");
        browser.click("the task " + referenceName, TASK, referenceName);
        tab("Logs");
        browser.await("the log says: " + line, "return document.body.textContent.includes(arguments[0]);", line);
    }

    /** Follows a link to the report with Ctrl, as it stands in the output, to a window of its own. */
    void followReport() throws IOException, InterruptedException {
        tab("Workflow Input/Output");
        String link =
                "[...document.querySelectorAll('.detected-link')].find((link) => link.textContent.startsWith('http'))";
        browser.await("the link to the report", "return !!%s;".formatted(link));
        JsonNode middle = browser.run(
                "const box = %s.getBoundingClientRect(); return [box.left + box.width / 2, box.top + box.height / 2];"
                        .formatted(link));
        browser.picture("output");
        browser.keyboard().controlClick((int) middle.get(0).asDouble(), (int)
                middle.get(1).asDouble());
        browser.turnToNewWindow();
        browser.resize(WIDTH, HEIGHT);
    }
}
