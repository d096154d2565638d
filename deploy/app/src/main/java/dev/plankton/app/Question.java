package dev.plankton.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;

/** Asks a person before something is deleted. */
final class Question {
    private final Screen screen;
    private final BufferedReader answers;
    private final boolean terminal;

    Question(Screen screen, BufferedReader answers, boolean terminal) {
        this.screen = screen;
        this.answers = answers;
        this.terminal = terminal;
    }

    /** Reads the answer where the program was started. */
    static Question onTerminal(Screen screen) {
        return new Question(
                screen,
                new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())),
                Boolean.getBoolean("plankton.asks"));
    }

    /**
     * Whether the answer is y, yes or the word.
     *
     * @throws Trouble if nobody can answer
     */
    boolean agreed(String question, String word) throws IOException, Trouble {
        if (!terminal) {
            throw new Trouble(
                    "Nothing was deleted, because nobody can be asked here; --yes deletes without a question.");
        }
        screen.line("%s Type %s or y:".formatted(question, word));
        String answer = answers.readLine();
        return answer != null && (answer.strip().equals(word) || answer.strip().matches("(?i)y|yes"));
    }
}
