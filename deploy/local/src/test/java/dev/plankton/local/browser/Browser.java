package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A real browser without a window, and what a person does with it. */
public final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Where pictures of pages go; a build folder, which git ignores. */
    private static final Path PICTURES = Path.of("target", "browser");

    /** Menus and messages take that long to appear. */
    private static final int MOVEMENT_MILLIS = 400;

    private final WebDriver driver;
    private final Keyboard keyboard;

    /** @param folder for the browser's profile */
    public Browser(Path folder) throws IOException, InterruptedException {
        driver = new WebDriver(folder);
        keyboard = new Keyboard(driver);
    }

    /** Without a browser the test is skipped, unless PLANKTON_BROWSER is "required". */
    public static void require() {
        if (!WebDriver.isInstalled()) {
            assertThat(System.getenv("PLANKTON_BROWSER"))
                    .as("PLANKTON_BROWSER, while there is no chromedriver on the PATH")
                    .isNotEqualTo("required");
            abort("Nothing was opened in a browser: there is no chromedriver on the PATH.");
        }
    }

    Keyboard keyboard() {
        return keyboard;
    }

    void open(URI page) throws IOException, InterruptedException {
        driver.post("url", Map.of("url", page.toString()));
    }

    /** Sets the width and height of the page's window in CSS pixels. */
    void resize(int width, int height) throws IOException, InterruptedException {
        Map<String, Object> size = Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false);
        driver.post("goog/cdp/execute", Map.of("cmd", "Emulation.setDeviceMetricsOverride", "params", size));
    }

    /** Runs the body of a function on the page. @return what it returns */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        return driver.post("execute/sync", Map.of("script", script, "args", List.of(arguments)));
    }

    /** Waits until a script returns true; fails the test after half a minute and leaves a picture of the page. */
    void await(String what, String script, Object... arguments) throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (!run(script, arguments).asBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("not in %d seconds: %s; the page is in %s"
                        .formatted(
                                PATIENCE.toSeconds(), what, picture("failure").toAbsolutePath()));
            }
            Thread.sleep(50);
        }
    }

    /** Types into the first element that a CSS selector finds, as with a keyboard. */
    void type(String selector, String keys) throws IOException, InterruptedException {
        JsonNode found = driver.post("element", Map.of("using", "css selector", "value", selector));
        driver.post("element/%s/value".formatted(id(found)), Map.of("text", keys));
    }

    /** Waits until a script returns an element, and clicks on it with the mouse. */
    void click(String what, String script, Object... arguments) throws IOException, InterruptedException {
        await(what, "return !!(() => { %s })();".formatted(script), arguments);
        driver.post("element/%s/click".formatted(id(run(script, arguments))), Map.of());
    }

    private static String id(JsonNode element) {
        return element.elements().next().asText();
    }

    /** Waits for a page that opened in a window of its own and turns to it. */
    void turnToNewWindow() throws IOException, InterruptedException {
        String old = driver.get("window").asText();
        long start = System.nanoTime();
        while (System.nanoTime() - start < PATIENCE.toNanos()) {
            for (JsonNode window : driver.get("window/handles")) {
                if (!window.asText().equals(old)) {
                    driver.post("window", Map.of("handle", window.asText()));
                    return;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("no new window; the page is in " + picture("failure"));
    }

    /** Closes the window and turns to the one that is left. */
    void closeWindow() throws IOException, InterruptedException {
        driver.delete("window");
        driver.post(
                "window", Map.of("handle", driver.get("window/handles").get(0).asText()));
    }

    /** Keeps a picture of the page under the build folder. @return the file */
    Path picture(String name) throws IOException, InterruptedException {
        Thread.sleep(MOVEMENT_MILLIS);
        Path file = Files.createDirectories(PICTURES).resolve(name + ".png");
        return Files.write(
                file, Base64.getDecoder().decode(driver.get("screenshot").asText()));
    }

    /** What was written to a log since the last call. @param type browser or performance */
    List<JsonNode> log(String type) throws IOException, InterruptedException {
        List<JsonNode> entries = new ArrayList<>();
        driver.post("se/log", Map.of("type", type)).forEach(entries::add);
        return entries;
    }

    /** The events of the network since the last call, as in Chromium's DevTools protocol: method and params. */
    List<JsonNode> events() throws IOException, InterruptedException {
        List<JsonNode> events = new ArrayList<>();
        for (JsonNode entry : log("performance")) {
            events.add(JSON.readTree(entry.path("message").asText()).path("message"));
        }
        return events;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        driver.close();
    }
}
