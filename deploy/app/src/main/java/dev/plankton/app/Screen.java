package dev.plankton.app;

import dev.plankton.contracts.json.PlainText;
import java.io.PrintWriter;

/** Prints lines, and in a terminal one more line at the bottom that changes in place. */
public final class Screen {
    private static final String ERASE_LINE = "\r\u001b[2K";

    private final PrintWriter out;
    private final boolean terminal;
    private boolean live;

    public Screen(PrintWriter out) {
        this(out, Boolean.getBoolean("plankton.terminal"));
    }

    public Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    public synchronized void line(String text) {
        erase();
        out.println(PlainText.of(text));
        out.flush();
    }

    /** Replaces the changing line. Without a terminal, prints nothing. */
    public synchronized void live(String text) {
        if (terminal) {
            erase();
            out.print(PlainText.of(text));
            out.flush();
            live = true;
        }
    }

    /** Takes the changing line away. */
    public synchronized void clear() {
        erase();
        out.flush();
    }

    public boolean isTerminal() {
        return terminal;
    }

    private void erase() {
        if (live) {
            out.print(ERASE_LINE);
            live = false;
        }
    }
}
