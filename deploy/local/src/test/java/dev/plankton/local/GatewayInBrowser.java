package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import dev.plankton.gateway.UserInterface;
import java.io.IOException;
import java.net.URI;

/**
 * What a person does at the address of the gateway, in a real browser. Where this machine has Conductor's UI in a folder
 * ({@code PLANKTON_CONDUCTOR_UI}), that is used too.
 */
final class GatewayInBrowser {
    private static final String ENTER = "\ue007";
    private static final String TEXT = "return document.body.textContent;";

    private final TestSystem system;
    private final Browser browser;
    private final String gateway;

    GatewayInBrowser(TestSystem system, Browser browser) {
        this.system = system;
        this.browser = browser;
        this.gateway = system.state().gateway();
    }

    /** @param run a complete run, with its report */
    void visit(Workflow run) throws IOException, InterruptedException {
        asksForTheToken();
        listsTheRun(run.getWorkflowId());
        opensTheReport(run);
        if (TestSystem.ui() instanceof UserInterface.Folder) {
            startsARunInTheUi();
        } else {
            go("/runWorkflow");
            assertThat(browser.run(TEXT).asText()).contains("Conductor's UI is not here");
        }
    }

    private void go(String path) throws IOException, InterruptedException {
        browser.open(URI.create(gateway + path));
    }

    private void asksForTheToken() throws IOException, InterruptedException {
        go("/");
        assertThat(browser.run(TEXT).asText()).contains("Which token?");
        browser.type("input[name=token]", system.state().token().orElseThrow() + ENTER);
        browser.await("the list of runs", "return document.title === 'Runs' && !location.search;");
    }

    private void listsTheRun(String run) throws IOException, InterruptedException {
        assertThat(browser.run("return document.querySelector('a[href$=\"%s\"]').closest('tr').textContent;"
                                .formatted(run))
                        .asText())
                .contains("plankton_embedding", "bay", "COMPLETED", "report");
    }

    /** Its address is in the output of the workflow and in SQL. */
    private void opensTheReport(Workflow run) throws IOException, InterruptedException {
        String address = String.valueOf(run.getOutput().get("report"));
        assertThat(address).startsWith(gateway + "/reports/").endsWith("/");
        ReportInBrowser.readAt(browser, URI.create(address));
        go("/reports/%s/".formatted(run.getWorkflowId()));
        assertThat(browser.run("return location.href;").asText()).isEqualTo(address);
    }

    /** Untouched, the form starts a run of the demo data; here there are none, so it fails and says how to mend that. */
    private void startsARunInTheUi() throws IOException, InterruptedException {
        go("/runWorkflow");
        String field = "input[role=combobox]";
        browser.await("the form", "return !!document.querySelector('%s');".formatted(field));
        browser.type(field, "plankton_dataset");
        browser.await(
                "the choice of workflows",
                "return [...document.querySelectorAll('[role=option]')].some((option) => option.textContent === 'plankton_dataset');");
        browser.run(
                "[...document.querySelectorAll('[role=option]')].find((option) => option.textContent === 'plankton_dataset').click();");
        Thread.sleep(2_000); // the form reads the definition
        browser.run(
                "[...document.querySelectorAll('button')].find((button) => button.textContent === 'Run workflow').click();");
        String link = "document.querySelector('a[href*=\"/execution/\"]')";
        browser.await("the run has begun", "return !!%s;".formatted(link));
        String run = browser.run("return %s.getAttribute('href').split('/').pop();".formatted(link))
                .asText();
        Workflow ended = system.await(run);
        assertThat(ended.getReasonForIncompletion()).contains("There is no dataset 'demo'", "./plankton put");
        go("/execution/" + run);
        browser.await("why it failed", "return document.body.textContent.includes('./plankton put');");
    }
}
