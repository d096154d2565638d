package dev.plankton.steps.preprocess;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends the decoding of an image soon after the thread was interrupted. */
final class StopWhenInterrupted implements IIOReadProgressListener {

    @Override
    public void imageProgress(ImageReader reader, float percent) {
        if (Thread.currentThread().isInterrupted()) {
            reader.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void imageStarted(ImageReader reader, int image) {}

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float percent) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
