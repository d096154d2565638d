package dev.plankton.datasetimport;

import dev.plankton.datasetimport.ClassFolders.Place;
import dev.plankton.runtime.formats.ImportManifest.Image;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;

/** Imports an upload of class folders (SPEC 1): every file is used, left out or set aside. */
final class ClassFolderImport {
    private static final int PROGRESS_LINES = 10;

    private final ClassFolders.Survey survey;
    private final ShardPacker packer;
    private final StepContext context;
    private final Findings findings = new Findings();
    private int seen;

    ClassFolderImport(ClassFolders.Survey survey, ShardPacker packer, StepContext context) {
        this.survey = survey;
        this.packer = packer;
        this.context = context;
    }

    Findings findings() {
        return findings;
    }

    void take(UploadedFiles files) throws IOException, InterruptedException {
        files.survey(path -> {
            switch (survey.folders().place(path)) {
                case Place.InClass inClass -> {}
                case Place.NoImage noImage -> findings.setAside(path.toString(), "is no image");
                case Place.Misplaced misplaced -> findings.leaveOut(path.toString(), misplaced.reason());
            }
        });
        files.read(path -> survey.folders().place(path) instanceof Place.InClass, this::take);
    }

    private void take(UploadPath path, Spooled file) throws IOException, InterruptedException {
        context.checkCancelled();
        if (survey.folders().place(path) instanceof Place.InClass(String className)) {
            String source = path.toString();
            switch (file) {
                case Spooled.Empty empty -> findings.leaveOut(className, source, "is empty");
                case Spooled.TooLong tooLong ->
                    findings.leaveOut(className, source, "is longer than %,d MB".formatted(tooLong.limit() >> 20));
                case Spooled.Whole whole -> take(className, source, whole);
            }
        }
        seen++;
        if ((long) seen * PROGRESS_LINES / survey.images() > (seen - 1L) * PROGRESS_LINES / survey.images()) {
            context.log("Read %,d of %,d images.".formatted(seen, survey.images()));
        }
    }

    private void take(String className, String source, Spooled.Whole whole) throws IOException, InterruptedException {
        if (findings.knows(whole.sha256())) {
            findings.addCopy(whole.sha256(), source, className);
        } else {
            findings.add(new Image(whole.sha256(), source, className, packer.add(whole)));
        }
    }
}
