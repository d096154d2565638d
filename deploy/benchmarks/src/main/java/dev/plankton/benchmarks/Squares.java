package dev.plankton.benchmarks;

import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.formats.SourceShardWriter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;

/** The images of a comparison: packed for this project, and the squares of both sides, which must agree. */
final class Squares {
    /** Pillow rounds between rows and columns. */
    private static final double MEAN_TOLERANCE = 0.5;

    /**
     * Of a single image. Pillow's box filter takes pixels as a whole where ours takes the part that is covered, which
     * shows where an image shrinks by little.
     */
    private static final double IMAGE_TOLERANCE = 5;

    private Squares() {}

    /** Packs images; their keys are their numbers. */
    static void pack(List<Path> images, Path shard) throws IOException {
        try (SourceShardWriter writer = new SourceShardWriter(shard)) {
            for (int i = 0; i < images.size(); i++) {
                byte[] bytes = Files.readAllBytes(images.get(i));
                CRC32 checksum = new CRC32();
                checksum.update(bytes);
                writer.add(Integer.toString(i), new ByteArrayInputStream(bytes), bytes.length, checksum.getValue());
            }
        }
    }

    /**
     * Compares all squares. Images that they have not got are not compared, but there must be some.
     *
     * @param theirs a folder of raw squares, each called by its number
     * @return the mean absolute difference of grey values, 0 to 255
     * @throws IOException if the results do not agree
     */
    static double compare(Path ours, Path theirs, int side, List<Path> images) throws IOException {
        double sum = 0;
        int compared = 0;
        try (ImageShard shard = ImageShard.open(ours, side)) {
            for (int i = 0; i < images.size(); i++) {
                Path other = theirs.resolve(Integer.toString(i));
                if (Files.exists(other)) {
                    double difference = difference(shard.pixels(Integer.toString(i)), Files.readAllBytes(other));
                    if (!(difference <= IMAGE_TOLERANCE)) {
                        throw new IOException("the squares of %s differ by %s".formatted(images.get(i), difference));
                    }
                    sum += difference;
                    compared++;
                }
            }
        }
        double mean = sum / compared;
        if (!(mean <= MEAN_TOLERANCE)) {
            throw new IOException("the squares of %d images differ by %s".formatted(compared, mean));
        }
        return mean;
    }

    private static double difference(byte[] ours, byte[] theirs) {
        if (ours.length != theirs.length) {
            return Double.NaN;
        }
        long sum = 0;
        for (int i = 0; i < ours.length; i++) {
            sum += Math.abs((ours[i] & 0xff) - (theirs[i] & 0xff));
        }
        return (double) sum / ours.length;
    }
}
