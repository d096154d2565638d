package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.DatasetManifest;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.formats.Split;
import dev.plankton.db.rows.LostAttempt;
import dev.plankton.steps.kit.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The section on what went wrong: images left out, classes too small to judge, signs of collapse, lost attempts. */
final class Troubles {
    /** With fewer test images, one image more or less changes the recall of a class by over ten percentage points. */
    static final int FEWEST_TEST_IMAGES = 10;

    private static final int EXAMPLES = 3;
    /** What differs between two reasons of one kind: quoted names, paths and numbers. */
    private static final Pattern PARTICULAR = Pattern.compile("'[^']*'|\"[^\"]*\"|\\S*/\\S*|\\d[\\d.,]*");

    private final ReportContent content;
    private final List<Integer> small;
    private final List<Map<Split, Integer>> counts;
    private final List<CollapseSigns.Sign> signs;

    private Troubles(ReportContent content) {
        this.content = content;
        this.counts = DatasetView.counts(content.dataset());
        this.small = IntStream.range(0, counts.size())
                .filter(c -> images(c, Split.TEST) < FEWEST_TEST_IMAGES)
                .boxed()
                .sorted(Comparator.comparingInt(c -> images(c, Split.TEST)))
                .toList();
        this.signs = CollapseSigns.of(content.evaluations());
    }

    static ReportSection section(ReportContent content) {
        return new Troubles(content).section();
    }

    private ReportSection section() {
        List<Table> tables = new ArrayList<>();
        if (!leftOut().isEmpty()) {
            tables.add(leftOutTable());
        }
        if (!small.isEmpty()) {
            tables.add(smallTable());
        }
        if (!signs.isEmpty()) {
            tables.add(new Table(
                    "Signs that the network collapsed or forgot.",
                    List.of("Round", "Sign"),
                    signs.stream()
                            .map(sign -> List.of(Integer.toString(sign.round()), sign.sentence()))
                            .toList(),
                    List.of()));
        }
        if (!lost().isEmpty()) {
            tables.add(lostTable());
        }
        return new ReportSection(
                Anchors.TROUBLES,
                "What went wrong",
                tables.isEmpty() && remarks().isEmpty() ? nothing() : summary(),
                facts(),
                List.of(),
                tables);
    }

    private static String nothing() {
        return "Nothing: no image was left out, every class has at least %d test images, no round shows signs of collapse, and no step had to be tried again."
                .formatted(FEWEST_TEST_IMAGES);
    }

    private String summary() {
        return Stream.concat(remarks().stream(), Stream.of(whatWentWrong())).collect(Collectors.joining(" "));
    }

    private String whatWentWrong() {
        int all = content.dataset().images().size() + leftOut().size();
        return String.join(
                " ",
                leftOut().isEmpty()
                        ? "No image was left out."
                        : "%s of %s files were left out (%s)."
                                .formatted(
                                        Figures.count(leftOut().size()),
                                        Figures.count(all),
                                        share(leftOut().size(), all)),
                small.isEmpty()
                        ? "Every class has at least %d test images.".formatted(FEWEST_TEST_IMAGES)
                        : "%s fewer than %d test images: what the report says about %s is uncertain."
                                .formatted(
                                        small.size() == 1
                                                ? "The class %s has"
                                                        .formatted(content.dataset()
                                                                .classes()
                                                                .get(small.getFirst()))
                                                : "%d classes have".formatted(small.size()),
                                        FEWEST_TEST_IMAGES,
                                        small.size() == 1 ? "it" : "them"),
                signs.isEmpty()
                        ? "No round shows signs of collapse."
                        : "After %d of the rounds the network showed signs of collapse."
                                .formatted(signs.stream()
                                        .map(CollapseSigns.Sign::round)
                                        .distinct()
                                        .count()),
                lost().isEmpty()
                        ? "No step had to be tried again."
                        : "Lost attempts at steps that were made again: %d; results do not depend on them."
                                .formatted(lost().size()));
    }

    private static String share(int part, int all) {
        double share = (double) part / all;
        return share < 0.001 ? "less than 0.1 %" : Figures.percent(share);
    }

    private List<Fact> facts() {
        return List.of(
                new Fact("Files left out", Figures.count(leftOut().size())),
                new Fact(
                        "Classes with fewer than %d test images".formatted(FEWEST_TEST_IMAGES),
                        Figures.count(small.size())),
                new Fact("Signs of collapse", Figures.count(signs.size())),
                new Fact("Attempts made again", Figures.count(lost().size())));
    }

    private Table leftOutTable() {
        Map<String, List<DatasetManifest.LeftOut>> byReason = leftOut().stream()
                .collect(Collectors.groupingBy(
                        image -> PARTICULAR.matcher(image.reason()).replaceAll("…"),
                        TreeMap::new,
                        Collectors.toList()));
        List<List<String>> rows = byReason.values().stream()
                .sorted(Comparator.<List<?>>comparingInt(List::size).reversed())
                .map(same -> List.of(
                        same.size() == 1
                                ? same.getFirst().reason()
                                : PARTICULAR.matcher(same.getFirst().reason()).replaceAll("…"),
                        Figures.count(same.size()),
                        same.stream()
                                .limit(EXAMPLES)
                                .map(DatasetManifest.LeftOut::source)
                                .collect(Collectors.joining(", "))))
                .toList();
        return new Table(
                "Files left out, by reason; the section Dataset and dataset-left-out.csv list each file.",
                List.of("Reason", "Files", "For example"),
                rows,
                List.of());
    }

    private Table smallTable() {
        return new Table(
                "Classes with few test images, the fewest first. Their recall and their place in the confusion matrix depend on these few images.",
                List.of("Class", "Test images", "Validation images", "Training images"),
                small.stream()
                        .map(c -> List.of(
                                content.dataset().classes().get(c),
                                Figures.count(images(c, Split.TEST)),
                                Figures.count(images(c, Split.VALIDATION)),
                                Figures.count(images(c, Split.TRAIN))))
                        .toList(),
                List.of());
    }

    private Table lostTable() {
        return new Table(
                "Lost attempts at steps.",
                List.of("Step", "Attempt", "Ended", "Why"),
                lost().stream()
                        .map(attempt -> List.of(
                                attempt.referenceName(),
                                Integer.toString(attempt.attempt() + 1),
                                attempt.status().toLowerCase(Locale.ROOT),
                                attempt.reason()))
                        .toList(),
                List.of());
    }

    private List<DatasetManifest.LeftOut> leftOut() {
        return content.dataset().leftOut();
    }

    private List<String> remarks() {
        return content.dataset().remarks();
    }

    private List<LostAttempt> lost() {
        return content.records().lostAttempts();
    }

    private int images(int c, Split split) {
        return counts.get(c).getOrDefault(split, 0);
    }
}
