package dev.plankton.steps.report.page;

import dev.plankton.db.rows.ArtifactSource;
import dev.plankton.db.rows.LostAttempt;
import java.util.List;

/**
 * What the run history says about a run.
 *
 * @param settings all settings of the run, its training and its dataset, each name once
 * @param lostAttempts attempts at steps that gave no result
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

        /** The origin of a value that was given or not, in this run or an earlier one. */
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
