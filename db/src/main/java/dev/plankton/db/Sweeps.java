package dev.plankton.db;

import dev.plankton.contracts.ids.RunId;
import dev.plankton.db.rows.SweptRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Runs of a sweep; see {@link RunHistory}. */
public interface Sweeps {

    /** Records the run of a combination of a sweep. @param run empty if it could not be started */
    void run(RunId sweep, int number, String combinationJson, Optional<RunId> run) throws IOException;

    /**
     * The runs of a sweep, best first, failed ones last.
     *
     * @param rankBy accuracy, balancedAccuracy, macroF1 or classifierAccuracy, on validation images, or unseenMapAtR
     */
    List<SweptRun> runs(RunId sweep, String rankBy) throws IOException;
}
