package dev.plankton.report.page;

import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import java.util.List;

/**
 * What the run history says of a run.
 *
 * @param settings all that the run, its training and its dataset were set to, each name once
 * @param lostAttempts attempts at steps that came to nothing
 * @param sources what the figures were made from
 */
public record RunRecords(List<Setting> settings, List<LostAttempt> lostAttempts, List<ArtifactSource> sources) {

    /**
     * One setting.
     *
     * @param value as text
     */
    public record Setting(String name, String value, Origin origin) {}

    /** Who chose the value of a setting. */
    public enum Origin {
        GIVEN,
        FILLED_IN,
        GIVEN_EARLIER,
        FILLED_IN_EARLIER;

        /** Of a value that was given or not, to this run or an earlier one. */
        public static Origin of(boolean given, boolean earlier) {
            return given ? earlier ? GIVEN_EARLIER : GIVEN : earlier ? FILLED_IN_EARLIER : FILLED_IN;
        }

        /** Whether a person chose it, in this run or in an earlier one. */
        boolean chosen() {
            return this == GIVEN || this == GIVEN_EARLIER;
        }

        String words() {
            return switch (this) {
                case GIVEN -> "given";
                case FILLED_IN -> "preset or default";
                case GIVEN_EARLIER -> "given to an earlier run";
                case FILLED_IN_EARLIER -> "preset or default of an earlier run";
            };
        }
    }

    public RunRecords {
        settings = List.copyOf(settings);
        lostAttempts = List.copyOf(lostAttempts);
        sources = List.copyOf(sources);
    }
}
