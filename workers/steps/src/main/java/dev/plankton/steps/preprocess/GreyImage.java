package dev.plankton.steps.preprocess;

import java.util.Arrays;

/**
 * A grey image.
 *
 * @param pixels row by row, 0 black to 255 white; height x width bytes
 */
@SuppressWarnings("ArrayRecordComponent") // pixels are plain bytes, compared nowhere
record GreyImage(int width, int height, byte[] pixels) {

    GreyImage inverted() {
        byte[] inverted = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            inverted[i] = (byte) (255 - (pixels[i] & 0xff));
        }
        return new GreyImage(width, height, inverted);
    }

    /**
     * The image as it is meant to be looked at.
     *
     * @param orientation EXIF's number, 1 to 8: which side of the picture is the first row and the first column stored
     */
    GreyImage turned(int orientation) {
        if (orientation == 1) {
            return this;
        }
        boolean onItsSide = orientation >= 5;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
        int newWidth = onItsSide ? height : width;
        int newHeight = onItsSide ? width : height;
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                int column = onItsSide ? y : x;
                int row = onItsSide ? x : y;
                int from = (fromBottom ? height - 1 - row : row) * width + (fromRight ? width - 1 - column : column);
                turned[y * newWidth + x] = pixels[from];
            }
        }
        return new GreyImage(newWidth, newHeight, turned);
    }

    /** The image without its last rows. */
    GreyImage withoutBottom(int rows) {
        return rows == 0 ? this : new GreyImage(width, height - rows, Arrays.copyOf(pixels, width * (height - rows)));
    }

    /** The image scaled by the rules of SPEC 2 in the middle of a white square; side x side bytes. */
    byte[] inSquare(int side) {
        Geometry geometry = Geometry.fit(width, height, side);
        GreyImage scaled = Resampler.resize(this, geometry.width(), geometry.height());
        byte[] square = new byte[side * side];
        Arrays.fill(square, (byte) 255);
        for (int row = 0; row < scaled.height(); row++) {
            int target = (geometry.top() + row) * side + geometry.left();
            System.arraycopy(scaled.pixels(), row * scaled.width(), square, target, scaled.width());
        }
        return square;
    }
}
