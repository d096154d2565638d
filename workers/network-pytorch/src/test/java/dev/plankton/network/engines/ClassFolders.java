package dev.plankton.network.engines;

import dev.plankton.network.data.AreaScaler;
import dev.plankton.network.data.TrainingExamples;
import dev.plankton.network.data.TrainingPool;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * A folder of class folders, read for a measurement: images are scaled to 299 pixels as in SPEC 2, then scaled down; 15
 * % of each class are for validation and 15 % for the test.
 */
final class ClassFolders {
    private static final int STORED_SIDE = 299;
    private static final double HELD_OUT = 0.15;

    final List<byte[]> images = new ArrayList<>();
    final List<Integer> labels = new ArrayList<>();
    /** 0 train, 1 validation, 2 test, 3 of a class that is held out. */
    final List<Integer> splits = new ArrayList<>();

    int classes;

    /** @param unseen how many classes are held out. @param seed draws them */
    static ClassFolders read(Path folder, int side, int unseen, long seed) throws IOException {
        ClassFolders read = read(folder, side);
        SplittableRandom random = new SplittableRandom(seed);
        Set<Integer> heldOut = new HashSet<>();
        while (heldOut.size() < unseen) {
            heldOut.add(random.nextInt(read.classes));
        }
        for (int image = 0; image < read.splits.size(); image++) {
            read.splits.set(image, heldOut.contains(read.labels.get(image)) ? 3 : read.splits.get(image));
        }
        return read;
    }

    private static ClassFolders read(Path folder, int side) throws IOException {
        ClassFolders read = new ClassFolders();
        SplittableRandom random = new SplittableRandom(0);
        for (Path classFolder : sorted(folder)) {
            List<Path> files = new ArrayList<>(sorted(classFolder));
            for (int i = files.size() - 1; i > 0; i--) {
                files.set(i, files.set(random.nextInt(i + 1), files.get(i)));
            }
            int heldOut = Math.max(1, (int) (HELD_OUT * files.size()));
            for (int i = 0; i < files.size(); i++) {
                read.images.add(
                        AreaScaler.scale(square(ImageIO.read(files.get(i).toFile())), STORED_SIDE, side));
                read.labels.add(read.classes);
                read.splits.add(i < heldOut ? 1 : i < 2 * heldOut ? 2 : 0);
            }
            read.classes++;
        }
        return read;
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    private static byte[] square(BufferedImage image) {
        int longer = Math.max(image.getWidth(), image.getHeight());
        double scale = longer < 100 ? 4 : longer < 200 ? 2 : 1;
        scale = Math.min(scale, STORED_SIDE / (double) longer);
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage square = new BufferedImage(STORED_SIDE, STORED_SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = square.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, STORED_SIDE, STORED_SIDE);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, (STORED_SIDE - width) / 2, (STORED_SIDE - height) / 2, width, height, null);
        graphics.dispose();
        return ((DataBufferByte) square.getRaster().getDataBuffer()).getData();
    }

    List<Integer> of(int split) {
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < splits.size(); i++) {
            if (splits.get(i) == split) {
                chosen.add(i);
            }
        }
        return chosen;
    }

    List<byte[]> images(int split) {
        return of(split).stream().map(images::get).toList();
    }

    int[] labels(int split) {
        return of(split).stream().mapToInt(labels::get).toArray();
    }

    /** Every image of a split in the given number of symmetries. */
    TrainingPool pool(int split, int side, int symmetries) {
        List<byte[]> chosen = images(split);
        int[] samples = new int[chosen.size() * symmetries];
        int[] turned = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = i / symmetries;
            turned[i] = i % symmetries;
        }
        return new TrainingPool(TrainingExamples.inMemory(side, chosen), labels(split), samples, turned);
    }

    /** The features of every image of a split. */
    TrainingPool pool(int split, float[][] features) {
        int[] labels = labels(split);
        return new TrainingPool(
                new TrainingExamples.Features(rows(split, features)),
                labels,
                IntStream.range(0, labels.length).toArray(),
                new int[labels.length]);
    }

    /** Writes a line for each image: class, split, embedding. */
    void write(Path file, float[][] embeddings) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int image = 0; image < embeddings.length; image++) {
            StringBuilder line = new StringBuilder(labels.get(image) + " " + splits.get(image));
            for (float value : embeddings[image]) {
                line.append(' ').append(value);
            }
            lines.add(line.toString());
        }
        Files.write(file, lines);
    }

    /** The rows of a split's images, out of the rows of all images. */
    float[][] rows(int split, float[][] all) {
        return of(split).stream().map(image -> all[image]).toArray(float[][]::new);
    }
}
