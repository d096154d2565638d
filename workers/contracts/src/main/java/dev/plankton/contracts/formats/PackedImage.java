package dev.plankton.contracts.formats;

import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * A preprocessed image as it will stand in an {@link ImageShard}. Packing takes longer than writing, so several threads
 * may pack images for one {@link ImageShardWriter}.
 *
 * @param side height and width of the image in pixels
 * @param deflated the PGM file in the format Deflate
 * @param bytes of the PGM file
 * @param crc32 of the PGM file
 */
@SuppressWarnings("ArrayRecordComponent") // plain bytes, compared nowhere
public record PackedImage(int side, byte[] deflated, long bytes, long crc32) {

    /** @param pixels see {@link ImageShard#pixels} */
    public static PackedImage of(int side, byte[] pixels) {
        if (pixels.length != side * side) {
            throw new IllegalArgumentException("%d pixels instead of %d x %d".formatted(pixels.length, side, side));
        }
        byte[] header = ImageShard.header(side);
        byte[] file = Arrays.copyOf(header, header.length + pixels.length);
        System.arraycopy(pixels, 0, file, header.length, pixels.length);
        CRC32 checksum = new CRC32();
        checksum.update(file);
        return new PackedImage(side, RunDeflater.deflate(file), file.length, checksum.getValue());
    }
}
