package dev.plankton.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** The film on the page that the browser shows. */
final class Film {
    private static final String FILM = "const film = document.querySelector('video'); ";

    private final Browser browser;

    Film(Browser browser) {
        this.browser = browser;
    }

    /** Starts it and waits until it has played for a while. */
    void play() throws IOException, InterruptedException {
        browser.await("a film is on the page", "return !!document.querySelector('video');");
        browser.run(FILM + "film.scrollIntoView(); film.currentTime = 0; film.play();");
        browser.await("the film plays", FILM + "return film.currentTime > 0.4 && film.videoWidth > 0;");
        assertThat(browser.run(FILM + "film.pause(); return film.error && film.error.message;")
                        .isNull())
                .isTrue();
    }

    /** Moves to a place of which the player has to ask the server for the bytes. */
    void jump() throws IOException, InterruptedException {
        browser.run(FILM + "film.currentTime = 0.8 * film.duration;");
        browser.await(
                "the film shows another place",
                FILM + "return !film.seeking && film.currentTime >= 0.79 * film.duration && film.readyState >= 2;");
    }

    /** Scrolls to it once more: pictures above it may have come since. */
    void show() throws IOException, InterruptedException {
        browser.run(FILM + "film.scrollIntoView({ block: 'center', behavior: 'instant' });");
    }

    /** The statuses of the answers to a film's player. @param events of the network */
    static List<Integer> answers(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.path("method").asText().equals("Network.responseReceived"))
                .map(event -> event.path("params").path("response"))
                .filter(response -> response.path("url").asText().endsWith(".mp4"))
                .map(response -> response.path("status").asInt())
                .toList();
    }
}
