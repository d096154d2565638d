package dev.plankton.local.browser;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The keyboard and the mouse of a browser, key by key, as a person uses them. */
final class Keyboard {
    static final String ENTER = "\ue007";
    static final String DELETE = "\ue017";
    static final String HOME = "\ue011";
    static final String END = "\ue010";
    static final String SHIFT = "\ue008";
    static final String CONTROL = "\ue009";

    private static final String WHEN_SHOWN = "return new Promise((done) =>"
            + " requestAnimationFrame(() => requestIdleCallback(() => setTimeout(done, 20, true))));";

    private final WebDriver driver;

    Keyboard(WebDriver driver) {
        this.driver = driver;
    }

    /**
     * Types into whatever has the focus. Each key waits until the page has shown the one before, as a person's would: if
     * keys come faster, the UI puts its editor's cursor at the end of the text.
     */
    void type(String text) throws IOException, InterruptedException {
        for (String key : text.codePoints().mapToObj(Character::toString).toList()) {
            perform(List.of(source("key", List.of(key("keyDown", key), key("keyUp", key)))));
            driver.post("execute/sync", Map.of("script", WHEN_SHOWN, "args", List.of()));
        }
    }

    /** Puts a text where the cursor is, at once, as if it was copied before. */
    void paste(String text) throws IOException, InterruptedException {
        driver.post("goog/cdp/execute", Map.of("cmd", "Input.insertText", "params", Map.of("text", text)));
    }

    /** Presses a key while another one is held. */
    void press(String held, String key) throws IOException, InterruptedException {
        perform(List.of(source(
                "key", List.of(key("keyDown", held), key("keyDown", key), key("keyUp", key), key("keyUp", held)))));
    }

    /** Moves the mouse to a point of the page, in CSS pixels, and clicks there while Ctrl is held. */
    void controlClick(int x, int y) throws IOException, InterruptedException {
        Map<String, Object> pause = Map.of("type", "pause", "duration", 300);
        perform(List.of(
                source(
                        "key",
                        List.of(key("keyDown", CONTROL), pause, pause, pause, pause, pause, key("keyUp", CONTROL))),
                source(
                        "pointer",
                        List.of(
                                pause,
                                Map.of("type", "pointerMove", "x", x - 2, "y", y, "duration", 100),
                                Map.of("type", "pointerMove", "x", x, "y", y, "duration", 100),
                                pause,
                                Map.of("type", "pointerDown", "button", 0),
                                Map.of("type", "pointerUp", "button", 0)))));
    }

    private static Map<String, Object> key(String type, String value) {
        return Map.of("type", type, "value", value);
    }

    private static Map<String, Object> source(String type, List<Map<String, Object>> actions) {
        return Map.of("type", type, "id", type, "actions", actions);
    }

    private void perform(List<Map<String, Object>> sources) throws IOException, InterruptedException {
        driver.post("actions", Map.of("actions", sources));
    }
}
