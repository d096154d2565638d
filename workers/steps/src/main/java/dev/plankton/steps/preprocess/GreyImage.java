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
