package dev.plankton.steps.verify;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.Spelling;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.ids.RunId;
import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.TaskType;
import dev.plankton.contracts.tasks.VerifyTask;
import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.VerifiedArtifact;
import dev.plankton.db.rows.VerifiedArtifact.State;
import dev.plankton.engine.step.Step;
import dev.plankton.engine.step.StepContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads every artifact that a run's steps published or read, back to the source images, and compares the digest of its
 * bytes with its id.
 *
 * <p>Reads the run history and the store itself, not a local copy. Writes what it found to the run history. If an
 * artifact is damaged or missing, the run ends with one sentence that says so. Idempotent because reading changes
 * nothing; no result is remembered, so each run reads everything again. Its largest limitation: it reads all artifacts,
 * however large, one after another, and a second attempt starts over.
 */
public final class VerifyStep implements Step<VerifyTask.Input, VerifyTask.Output> {
    private static final int NAMED = 5;
    private static final int NOTED_AT_ONCE = 100;
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public TaskType<VerifyTask.Input, VerifyTask.Output> type() {
        return VerifyTask.TYPE;
    }

    @Override
    public int version() {
        return 1;
    }

    /** An artifact that is sound today may be damaged tomorrow, so no result is remembered. */
    @Override
    public String fingerprint(VerifyTask.Input input, StepContext context) {
        return context.runId().value();
    }

    @Override
    public VerifyTask.Output run(VerifyTask.Input input, StepContext context) throws IOException, InterruptedException {
        RunId run = context.history()
                .integrity()
                .findRun(input.run())
                .orElseThrow(() -> new BadInputException(
                        "There is no run '%s'; give the id of one, or latest for the one that trained last."
                                .formatted(input.run())));
        List<NeededArtifact> needed = context.history().integrity().neededArtifacts(run);
        List<VerifiedArtifact> found = new ArrayList<>();
        List<String> unsound = new ArrayList<>();
        long bytes = 0;
        for (NeededArtifact artifact : needed) {
            Reading reading = read(artifact.artifact(), context);
            bytes += reading.bytes();
            found.add(new VerifiedArtifact(artifact.artifact(), reading.state()));
            if (reading.state() != State.SOUND) {
                unsound.add("%s %s%s is %s"
                        .formatted(
                                artifact.kind(),
                                artifact.artifact(),
                                artifact.taskType().isEmpty() ? "" : " of " + artifact.taskType(),
                                Spelling.of(reading.state())));
            }
            if (found.size() == NOTED_AT_ONCE) {
                note(run, found, context);
            }
        }
        note(run, found, context);
        context.log("Read %d artifacts of run %s, %.1f MB; %d are damaged or missing."
                .formatted(needed.size(), run, bytes / 1e6, unsound.size()));
        if (!unsound.isEmpty()) {
            throw new BadInputException(
                    "%d of %d artifacts of run %s are damaged or missing: %s%s; start that run's workflow again with the same input, which makes them again."
                            .formatted(
                                    unsound.size(),
                                    needed.size(),
                                    run,
                                    unsound.stream().limit(NAMED).collect(Collectors.joining(", ")),
                                    unsound.size() > NAMED ? " and more (history.verified_artifact)" : ""));
        }
        return new VerifyTask.Output(run, needed.size(), bytes);
    }

    private static void note(RunId run, List<VerifiedArtifact> found, StepContext context) throws IOException {
        context.history().integrity().verified(context.runId(), run, List.copyOf(found));
        found.clear();
    }

    private record Reading(State state, long bytes) {}

    private static Reading read(ArtifactId id, StepContext context) throws IOException, InterruptedException {
        MessageDigest digest = Json.sha256();
        long bytes = 0;
        try (InputStream in = context.objects().open(StoreKeys.artifact(id))) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                context.checkCancelled();
                digest.update(buffer, 0, read);
                bytes += read;
            }
        } catch (NoSuchFileException e) {
            return new Reading(State.MISSING, 0);
        }
        boolean sound = HexFormat.of().formatHex(digest.digest()).equals(id.sha256());
        return new Reading(sound ? State.SOUND : State.DAMAGED, bytes);
    }
}
