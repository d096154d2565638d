package dev.plankton.benchmarks;

import dev.plankton.engine.service.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Times preprocessing against a script with Pillow that opens, converts, scales and pads the same images and writes the
 * squares as PNG files or as raw bytes; the faster of the two counts. A time counts only if the squares agree.
 *
 * @param folder for files in between
 */
record PreprocessBenchmark(Path folder, String python, Path script, int threads) {
    private static final int[] SIDES = {299, 139};
    private static final int DRAWN = 40;
    private static final int WARMING = 4;
    private static final String HEADER = """
            | images | side | number | ours: images/s (per CPU s, MiB) | theirs | images/s (per CPU s, MiB) | faster | by CPU seconds | difference |
            |---|---|---|---|---|---|---|---|---|""";

    /** @param images a folder with images, also in folders below it */
    void run(boolean quick, Path images) throws IOException, InterruptedException {
        System.out.printf("%d threads; medians; a number above 1 says that this project is faster%n%n", threads);
        System.out.println(HEADER);
        List<Path> given;
        try (Stream<Path> files = Files.walk(images)) {
            given = files.filter(Files::isRegularFile).sorted().toList();
        }
        int repetitions = quick ? 1 : 3;
        for (int side : SIDES) {
            compare(images.getFileName().toString(), given, side, repetitions);
        }
        List<Path> drawn = DrawnPhotographs.draw(quick ? DRAWN / 4 : DRAWN, folder.resolve("drawn"));
        for (int side : SIDES) {
            compare("drawn JPEG of 1 to 4 megapixels", drawn, side, repetitions);
        }
    }

    private void compare(String name, List<Path> images, int side, int repetitions)
            throws IOException, InterruptedException {
        Path shard = folder.resolve("source.zip");
        Squares.pack(images, shard);
        Path list = Files.write(
                folder.resolve("list.txt"), images.stream().map(Path::toString).toList());
        Path ours = folder.resolve("squares.zip");
        Timing timing =
                Competitor.preprocessing(threads).time(arguments(shard, side, repetitions, WARMING, ours), threads);
        List<ResultTable.Other> others = new ArrayList<>();
        for (String kind : List.of("raw", "png")) {
            Path theirs = Files.createDirectories(folder.resolve(kind));
            Competitor pillow = Competitor.pillow(python, script, threads, kind);
            others.add(new ResultTable.Other(
                    pillow.name(), pillow.time(arguments(list, side, repetitions, 0, theirs), threads)));
        }
        double difference = Squares.compare(ours, folder.resolve("raw"), side, images);
        ResultTable.Other best = others.stream()
                .min(Comparator.comparingDouble(other -> other.timing().processorSeconds()))
                .orElseThrow();
        System.out.println(row(name, side, images.size(), timing, best, difference));
        for (String kind : List.of("raw", "png")) {
            Folders.delete(folder.resolve(kind));
        }
    }

    private static List<String> arguments(Path input, int side, int repetitions, int warming, Path output) {
        return List.of(
                input.toString(),
                Integer.toString(side),
                Integer.toString(repetitions),
                Integer.toString(warming),
                output.toString());
    }

    private static String row(
            String name, int side, int images, Timing ours, ResultTable.Other other, double difference) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %,d | %s | %s | %s | %.2f | %.2f | %.3f |",
                name,
                side,
                images,
                cell(ours, images),
                other.name(),
                cell(other.timing(), images),
                other.timing().wallSeconds() / ours.wallSeconds(),
                other.timing().processorSeconds() / ours.processorSeconds(),
                difference);
    }

    private static String cell(Timing timing, int images) {
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f, %,d)",
                images / timing.wallSeconds(),
                images / timing.processorSeconds(),
                timing.mebibytes());
    }
}
