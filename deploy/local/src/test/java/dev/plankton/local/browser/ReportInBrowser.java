package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader of the report does, in a real browser: looks at it on two screens, turns its view, plays its film. */
public final class ReportInBrowser {
    private static final String LEFT = "\ue012";
    private static final String RIGHT = "\ue014";
    private static final String SLIDER = ".points input[type=range]";
    private static final String LABEL = "return document.querySelector('.points output').textContent;";
    private static final String PICTURE = "return document.querySelector('.points canvas').toDataURL();";

    private final Browser browser;

    private ReportInBrowser(Browser browser) {
        this.browser = browser;
    }

    /**
     * Reads a report from disk and over HTTP. Without a browser the test is skipped, unless PLANKTON_BROWSER is
     * "required".
     *
     * @param report folder of the report
     * @param profile an empty folder for the browser
     */
    public static void read(Path report, Path profile) throws IOException, InterruptedException {
        Browser.require();
        Path folder = report.toRealPath();
        HttpServer server = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), folder, OutputLevel.NONE);
        server.start();
        try (Browser browser = new Browser(Files.createDirectories(profile))) {
            ReportInBrowser reader = new ReportInBrowser(browser);
            reader.read(folder.toUri());
            reader.read(URI.create(
                    "http://127.0.0.1:%d/".formatted(server.getAddress().getPort())));
        } finally {
            server.stop(0);
        }
    }

    /** Reads a report on the gateway, where the browser may already be, and its film in ranges. */
    static void readAt(Browser browser, URI folder) throws IOException, InterruptedException {
        browser.log("browser"); // what pages before this one said
        List<JsonNode> events = new ReportInBrowser(browser).read(folder);
        assertThat(Film.answers(events)).as("answers to the film's player").contains(206);
        browser.resize(1280, 900);
        new Film(browser).jump();
        new Film(browser).show();
    }

    /** @return the events of the network */
    private List<JsonNode> read(URI folder) throws IOException, InterruptedException {
        browser.open(URI.create("about:blank")); // leaves the page that the browser starts with, or the page before
        List<JsonNode> old = browser.log("performance");
        assertThat(old).as("network events that the browser reports").isNotEmpty();
        browser.resize(1280, 900);
        browser.open(folder.resolve("index.html"));
        seesEveryPicture();
        movesTheSlider();
        looksAtAnImage();
        new Film(browser).play();
        fits(1280);
        fits(400);
        List<JsonNode> events = browser.events();
        assertThat(troubles(events, folder.toString())).isEmpty();
        assertThat(browser.log("browser"))
                .filteredOn(entry -> entry.path("level").asText().equals("SEVERE"))
                .isEmpty();
        return events;
    }

    private void seesEveryPicture() throws IOException, InterruptedException {
        browser.run("for (const image of document.images) image.loading = 'eager';");
        browser.await("every picture is there", "return [...document.images].every((image) => image.complete);");
        JsonNode broken = browser.run("return [...document.images].filter((image) => !image.naturalWidth)"
                + ".map((image) => image.getAttribute('src'));");
        assertThat(broken).as("pictures that do not show").isEmpty();
    }

    private void movesTheSlider() throws IOException, InterruptedException {
        browser.await("the points are drawn", "return !!document.querySelector('.points canvas');");
        String last = settledPicture();
        assertThat(browser.run(LABEL).asText()).startsWith("Round 2 · learning rate ");
        browser.type(SLIDER, LEFT);
        String before = settledPicture();
        assertThat(browser.run(LABEL).asText())
                .matches("Round 1 · learning rate [0-9.e-]+ · validation accuracy [01]\\.\\d{3}");
        assertThat(before).as("the points of round 1").isNotEqualTo(last);
        browser.type(SLIDER, LEFT);
        assertThat(settledPicture()).as("the points of round 0").isNotIn(before, last);
        assertThat(browser.run(LABEL).asText()).startsWith("Round 0 · before training · ");
        browser.type(SLIDER, RIGHT + RIGHT);
        assertThat(settledPicture()).as("the points of round 2 again").isEqualTo(last);
    }

    /** The canvas once nothing has moved on it for a while. */
    private String settledPicture() throws IOException, InterruptedException {
        String picture = "";
        for (int still = 0; still < 3; ) {
            Thread.sleep(100);
            String now = browser.run(PICTURE).asText();
            still = now.equals(picture) ? still + 1 : 0;
            picture = now;
        }
        return picture;
    }

    private void looksAtAnImage() throws IOException, InterruptedException {
        String tip = "document.querySelector('.points .tip')";
        browser.type(".points canvas", ".");
        browser.await("an image is shown", "return !%s.hidden;".formatted(tip));
        assertThat(browser.run("return %s.textContent;".formatted(tip)).asText())
                .containsPattern("\\.(png|jpg)");
        browser.type(".points canvas", LEFT); // and turns
    }

    private void fits(int width) throws IOException, InterruptedException {
        browser.resize(width, 900);
        browser.await("the page is %d wide".formatted(width), "return innerWidth === %d;".formatted(width));
        assertThat(browser.run("return document.documentElement.scrollWidth;").asInt())
                .as("width of what is on the page")
                .isLessThanOrEqualTo(width);
    }

    /** Requests that failed, and requests for anything outside the folder. */
    private static List<String> troubles(List<JsonNode> events, String folder) {
        List<String> troubles = new ArrayList<>();
        int requests = 0;
        for (JsonNode event : events) {
            JsonNode params = event.path("params");
            switch (event.path("method").asText()) {
                case "Network.requestWillBeSent" -> {
                    requests++;
                    String url = params.path("request").path("url").asText();
                    if (!url.startsWith(folder) && !url.startsWith("data:")) {
                        troubles.add("outside the folder: " + url);
                    }
                }
                case "Network.responseReceived" -> {
                    int status = params.path("response").path("status").asInt();
                    if (status >= 400) {
                        troubles.add(status + " "
                                + params.path("response").path("url").asText());
                    }
                }
                case "Network.loadingFailed" -> {
                    // The browser itself stops reading a film when it has enough for now.
                    boolean stopped = params.path("canceled").asBoolean()
                            && params.path("type").asText().equals("Media");
                    if (!stopped) {
                        troubles.add("failed: " + params);
                    }
                }
                default -> {}
            }
        }
        assertThat(requests).as("requests seen").isGreaterThan(3);
        return troubles;
    }
}
