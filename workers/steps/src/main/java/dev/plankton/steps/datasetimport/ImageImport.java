package dev.plankton.steps.datasetimport;

import dev.plankton.engine.step.StepContext;
import dev.plankton.steps.datasetimport.Labels.Place;
import java.io.IOException;

/** Imports the images of an upload (SPEC 1): every file is used, left out or set aside. */
final class ImageImport {
    private static final int PROGRESS_LINES = 10;

    private final Labels labels;
    private final ShardPacker packer;
    private final StepContext context;
    private final ImportedImages images = new ImportedImages();
    private long wanted;
    private long seen;

    ImageImport(Labels labels, ShardPacker packer, StepContext context) {
        this.labels = labels;
        this.packer = packer;
        this.context = context;
    }

    ImportedImages images() {
        return images;
    }

    void take(UploadedFiles files) throws IOException, InterruptedException {
        labels.remarks().forEach(images::remark);
        labels.missing().forEach(image -> images.leaveOut(image.className(), image.source(), image.reason()));
        files.survey(path -> {
            switch (labels.place(path)) {
                case Place.Read read -> {}
                case Place.Wanted wanted -> this.wanted++;
                case Place.Unused unused -> images.setAside(path.toString(), unused.reason());
                case Place.Misplaced misplaced ->
                    images.leaveOut(misplaced.className(), path.toString(), misplaced.reason());
            }
        });
        files.pack(path -> labels.place(path) instanceof Place.Wanted, packer, this::take);
    }

    private void take(UploadPath path, Packed image) throws InterruptedException {
        context.checkCancelled();
        if (labels.place(path) instanceof Place.Wanted wanted) {
            String source = path.toString();
            switch (image) {
                case Packed.Empty empty -> images.leaveOut(wanted.className(), source, "is empty");
                case Packed.TooLong tooLong ->
                    images.leaveOut(
                            wanted.className(), source, "is larger than %,d MB".formatted(tooLong.limit() >> 20));
                case Packed.InShard packed -> images.add(packed, source, wanted);
            }
        }
        seen++;
        if (seen * PROGRESS_LINES / wanted > (seen - 1) * PROGRESS_LINES / wanted) {
            context.log("Read %,d of %,d images.".formatted(seen, wanted));
        }
    }
}
