package dev.plankton.steps.separation;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.numerics.measures.Centroids;
import dev.plankton.numerics.measures.LabelledVectors;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes the report's section on the silhouettes, with a table. */
final class SeparationSection {
    private static final int NEAREST = 3;
    private static final int WORST_SHOWN = 10;
    private static final List<String> COLUMNS =
            List.of("Class", "Images measured", "Silhouette", "Nearer to another class", "Nearest classes (distance)");

    private final String measured;
    private final List<String> classes;
    private final LabelledVectors images;
    private final double[] silhouettes;
    private final double[][] distances;

    /** @param measured which images, under which checkpoint, in words */
    SeparationSection(String measured, List<String> classes, LabelledVectors images, double[] silhouettes) {
        this.measured = measured;
        this.classes = classes;
        this.images = images;
        this.silhouettes = silhouettes;
        this.distances = Centroids.of(images).distances();
    }

    ReportSection write(double mean, SectionFiles files) throws IOException, InterruptedException {
        List<Integer> worstFirst = present()
                .boxed()
                .sorted(Comparator.comparingDouble(this::silhouette).thenComparing(classes::get))
                .toList();
        String worst = classes.get(worstFirst.getFirst());
        String best = classes.get(worstFirst.getLast());
        return new ReportSection(
                "separation",
                "How well the classes stand apart",
                ("The silhouette compares how near an image is to the images of its own class with how near it is to those of"
                                + " the nearest other class: 1 is far apart, 0 is on the border, and below 0 the other class is"
                                + " nearer. Its mean over %s is %s. %s stands apart best, %s worst.")
                        .formatted(measured, Figures.three(mean), best, worst),
                List.of(
                        new Fact("Mean silhouette", Figures.three(mean)),
                        fact("Stands apart best", worstFirst.getLast()),
                        fact("Stands apart worst", worstFirst.getFirst())),
                List.of(),
                tables(worstFirst, files.csv("separation.csv", COLUMNS, rows(worstFirst, Figures::exact))));
    }

    private Fact fact(String name, int c) {
        return new Fact(name, "%s (silhouette %s)".formatted(classes.get(c), Figures.three(silhouette(c))));
    }

    private List<Table> tables(List<Integer> worstFirst, DataFile csv) {
        List<List<String>> rows = rows(worstFirst, Figures::three);
        Table worst = new Table(
                "The classes that stand apart worst, with the share of their images that lie nearer to another class, and the"
                        + " classes whose centroids are nearest.",
                COLUMNS,
                rows.stream().limit(WORST_SHOWN).toList(),
                List.of(csv));
        return rows.size() <= WORST_SHOWN
                ? List.of(worst)
                : List.of(
                        worst,
                        new Table("All classes, the one that stands apart worst first.", COLUMNS, rows, List.of(csv)));
    }

    /** Classes with test images. */
    private IntStream present() {
        int[] counts = images.counts();
        return IntStream.range(0, classes.size()).filter(c -> counts[c] > 0);
    }

    private IntStream members(int c) {
        return IntStream.range(0, images.size()).filter(image -> images.labels()[image] == c);
    }

    private double silhouette(int c) {
        return members(c).mapToDouble(image -> silhouettes[image]).average().orElseThrow();
    }

    private List<List<String>> rows(List<Integer> order, DoubleFunction<String> number) {
        return order.stream()
                .map(c -> List.of(
                        classes.get(c),
                        Long.toString(members(c).count()),
                        number.apply(silhouette(c)),
                        Figures.percent(members(c)
                                .mapToDouble(image -> silhouettes[image] < 0 ? 1 : 0)
                                .average()
                                .orElseThrow()),
                        nearest(c, number)))
                .toList();
    }

    private String nearest(int c, DoubleFunction<String> number) {
        return present()
                .filter(other -> other != c)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distances[c][other]))
                .limit(NEAREST)
                .map(other -> "%s (%s)".formatted(classes.get(other), number.apply(distances[c][other])))
                .collect(Collectors.joining(", "));
    }
}
