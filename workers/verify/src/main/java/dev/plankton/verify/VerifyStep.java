package dev.plankton.verify;

import dev.plankton.db.rows.NeededArtifact;
import dev.plankton.db.rows.VerifiedArtifact;
import dev.plankton.db.rows.VerifiedArtifact.State;
import dev.plankton.runtime.Json;
import dev.plankton.runtime.Spelling;
import dev.plankton.runtime.step.BadInputException;
import dev.plankton.runtime.step.Step;
import dev.plankton.runtime.step.StepContext;
import dev.plankton.runtime.store.ArtifactId;
import dev.plankton.runtime.store.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads every artifact that a run's steps published or read, back to the source images, and compares its bytes with its id.
 *
 * <p>Reads the run history and the store itself, not a local copy. Writes what it found to the run history; anything
 * unsound ends the run with one sentence. Each run of it is work of its own, and reading changes nothing. Its largest
 * limitation: it reads everything, however large, one after another, and a second attempt starts over.
 */
public final class VerifyStep implements Step<VerifyInput, VerifyOutput> {
    private static final int NAMED = 5;
    private static final int NOTED_AT_ONCE = 100;
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public String taskType() {
        return "plankton_verify";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<VerifyInput> inputType() {
        return VerifyInput.class;
    }

    @Override
    public Class<VerifyOutput> outputType() {
        return VerifyOutput.class;
    }

    /** What is sound today may be damaged tomorrow. */
    @Override
    public String fingerprint(VerifyInput input, StepContext context) {
        return context.runId();
    }

    @Override
    public VerifyOutput run(VerifyInput input, StepContext context) throws IOException, InterruptedException {
        String run = context.history()
                .findRun(input.run())
                .orElseThrow(() -> new BadInputException(
                        "There is no run '%s'; give the id of one, or latest for the one that trained last."
                                .formatted(input.run())));
        List<NeededArtifact> needed = context.history().neededArtifacts(run);
        List<VerifiedArtifact> found = new ArrayList<>();
        List<String> unsound = new ArrayList<>();
        long bytes = 0;
        for (NeededArtifact artifact : needed) {
            Reading reading = read(new ArtifactId(artifact.artifact()), context);
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
                    "%d of %d artifacts of run %s are damaged or missing: %s%s; start that run's workflow again with the same input, which makes them anew."
                            .formatted(
                                    unsound.size(),
                                    needed.size(),
                                    run,
                                    unsound.stream().limit(NAMED).collect(Collectors.joining(", ")),
                                    unsound.size() > NAMED ? " and more (history.verified_artifact)" : ""));
        }
        return new VerifyOutput(run, needed.size(), bytes);
    }

    private static void note(String run, List<VerifiedArtifact> found, StepContext context) throws IOException {
        context.history().verified(context.runId(), run, List.copyOf(found));
        found.clear();
    }

    private record Reading(State state, long bytes) {}

    private static Reading read(ArtifactId id, StepContext context) throws IOException, InterruptedException {
        MessageDigest digest = Json.sha256();
        long bytes = 0;
        try (InputStream in = context.objects().open(ArtifactStore.key(id))) {
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
