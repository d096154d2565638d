package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.netflix.conductor.common.run.Workflow;
import dev.plankton.local.TestSystem;
import java.io.IOException;
import java.net.URI;

/** What a person does at the address of the gateway, in a real browser; {@link UiInBrowserTest} is about Conductor's UI. */
public final class GatewayInBrowser {
    private static final String TEXT = "return document.body.textContent;";

    private final TestSystem system;
    private final Browser browser;
    private final String gateway;

    /** @param browser without the gateway's cookie */
    public GatewayInBrowser(TestSystem system, Browser browser) {
        this.system = system;
        this.browser = browser;
        this.gateway = system.state().gateway();
    }

    /** @param run a complete run, with its report */
    public void visit(Workflow run) throws IOException, InterruptedException {
        asksForTheToken();
        forgetsTheTokenOfALaterAddress();
        listsTheRun(run.getWorkflowId());
        opensTheReport(run);
        if (TestSystem.realUi().isEmpty()) {
            startsARun();
            leadsToTheReport(run);
        }
    }

    private void go(String path) throws IOException, InterruptedException {
        browser.open(URI.create(gateway + path));
    }

    private void asksForTheToken() throws IOException, InterruptedException {
        go("/");
        assertThat(browser.run(TEXT).asText()).contains("Which token?");
        browser.picture("gateway-token");
        browser.type("input[name=token]", system.state().token().orElseThrow() + Keyboard.ENTER);
        browser.await("the list of runs", "return document.title === 'Runs' && !location.search;");
    }

    private void forgetsTheTokenOfALaterAddress() throws IOException, InterruptedException {
        browser.open(URI.create(system.state().address().replace(" ", "%20")));
        browser.await("the address without the token", "return document.title === 'Runs' && !location.search;");
    }

    private void listsTheRun(String run) throws IOException, InterruptedException {
        browser.picture("gateway-runs");
        assertThat(browser.run(
                                "return document.querySelector('a[href$=\"' + arguments[0] + '\"]').closest('tr').textContent;",
                                run)
                        .asText())
                .contains("plankton_embedding", "bay", "COMPLETED", "report");
    }

    /** Its address is in the output of the workflow and in SQL. */
    private void opensTheReport(Workflow run) throws IOException, InterruptedException {
        String address = String.valueOf(run.getOutput().get("report"));
        assertThat(address).startsWith(gateway + "/reports/").endsWith("/");
        ReportInBrowser.readAt(browser, URI.create(address));
        browser.picture("gateway-report");
        go("/reports/%s/".formatted(run.getWorkflowId()));
        assertThat(browser.run("return location.href;").asText()).isEqualTo(address);
    }

    /** A page behind the gateway may ask Conductor. Here there is no such dataset, so the run fails and says what to do. */
    private void startsARun() throws IOException, InterruptedException {
        go("/runWorkflow");
        browser.click("the button", "return document.querySelector('button:not([hidden])');");
        browser.await("the page of the run", "return location.pathname.startsWith('/execution/');");
        browser.await("the end of the run", "return document.getElementById('status').textContent === 'FAILED';");
        assertThat(browser.run(TEXT).asText()).contains("There is no dataset 'nowhere'", "./plankton put");
    }

    private void leadsToTheReport(Workflow run) throws IOException, InterruptedException {
        go("/execution/" + run.getWorkflowId());
        browser.click("the link to the report", "return document.querySelector('a:not([hidden])');");
        browser.await(
                "the report",
                "return location.href === arguments[0];",
                String.valueOf(run.getOutput().get("report")));
        new Film(browser).play();
    }
}
