package dev.plankton.datasetimport;

import dev.plankton.datasetimport.Labels.Place;
import dev.plankton.runtime.formats.ImportManifest.Image;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/** Imports the images of an upload (SPEC 1): every file is used, left out or set aside. */
final class ImageImport {
    private static final int PROGRESS_LINES = 10;

    private final Labels labels;
    private final ShardPacker packer;
    private final StepContext context;
    private final Findings findings = new Findings();
    private long images;
    private long seen;

    ImageImport(Labels labels, ShardPacker packer, StepContext context) {
        this.labels = labels;
        this.packer = packer;
        this.context = context;
    }

    Findings findings() {
        return findings;
    }

    void take(UploadedFiles files) throws IOException, InterruptedException {
        labels.remarks().forEach(remark -> findings.setAside(remark.source(), remark.reason()));
        files.survey(path -> {
            switch (labels.place(path)) {
                case Place.Wanted wanted -> images++;
                case Place.Unused unused -> findings.setAside(path.toString(), unused.reason());
                case Place.Misplaced misplaced -> findings.leaveOut(path.toString(), misplaced.reason());
            }
        });
        files.read(path -> labels.place(path) instanceof Place.Wanted, this::take);
    }

    private void take(UploadPath path, Spooled file) throws IOException, InterruptedException {
        context.checkCancelled();
        if (labels.place(path) instanceof Place.Wanted wanted) {
            String source = path.toString();
            switch (file) {
                case Spooled.Empty empty -> findings.leaveOut(wanted.className(), source, "is empty");
                case Spooled.TooLong tooLong ->
                    findings.leaveOut(
                            wanted.className(), source, "is longer than %,d MB".formatted(tooLong.limit() >> 20));
                case Spooled.Whole whole -> take(wanted, source, whole);
            }
        }
        seen++;
        if (seen * PROGRESS_LINES / images > (seen - 1) * PROGRESS_LINES / images) {
            context.log("Read %,d of %,d images.".formatted(seen, images));
        }
    }

    private void take(Place.Wanted wanted, String source, Spooled.Whole whole)
            throws IOException, InterruptedException {
        String key = whole.sha256();
        if (findings.knows(key)) {
            findings.addCopy(key, source, wanted.className());
        } else {
            findings.add(new Image(key, source, wanted.className(), packer.add(whole)), wanted);
        }
    }
}
