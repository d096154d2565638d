package dev.plankton.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules for the sources as text. */
class SourcesTest {
    private static final Path ROOT = Path.of("..", "..");
    private static final List<String> TOP = List.of("workers", "workflows", "db", "deploy");
    private static final Pattern CITATION = Pattern.compile("SPEC ((?:\\d+(?:, | and | to |))+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\d+)\\. ");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

    private static List<Path> files(Predicate<String> name) throws IOException {
        try (Stream<Path> top = TOP.stream().map(ROOT::resolve).flatMap(SourcesTest::walk)) {
            return Stream.concat(top, Stream.of(ROOT.resolve("README.md")))
                    .filter(file -> !file.toString().contains("/target/") && name.test(file.toString()))
                    .toList();
        }
    }

    private static Stream<Path> walk(Path folder) {
        try {
            return Files.walk(folder).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(result -> result.group(1))
                .flatMap(numbers -> Pattern.compile("\\d+").matcher(numbers).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyCitationOfTheSpecificationLeadsToASection() throws IOException {
        Set<String> sections = found(HEADING, Files.readString(ROOT.resolve("workers/SPEC.md")));
        assertThat(sections).hasSizeGreaterThan(5);
        List<Path> all = files(name -> name.endsWith(".java") || name.endsWith(".md") || name.endsWith(".sql"));
        Set<String> cited = new TreeSet<>();
        for (Path file : all) {
            Set<String> here = found(CITATION, Files.readString(file));
            assertThat(sections).as(file.toString()).containsAll(here);
            cited.addAll(here);
        }
        assertThat(cited).hasSizeGreaterThan(5);
    }

    @Test
    void everyLinkBetweenPagesLeadsToAFile() throws IOException {
        for (Path page : files(name -> name.endsWith(".md"))) {
            LINK.matcher(Files.readString(page))
                    .results()
                    .map(result -> page.resolveSibling(result.group(1)))
                    .forEach(
                            target -> assertThat(target).as("linked in " + page).exists());
        }
    }

    @Test
    void roomsAreSmall() throws IOException {
        List<Integer> lines =
                files(name -> name.contains("/src/main/java/") && !name.endsWith("package-info.java")).stream()
                        .map(SourcesTest::lines)
                        .sorted()
                        .toList();
        assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(60);
        assertThat(lines.get(lines.size() * 9 / 10)).as("90 of 100").isLessThanOrEqualTo(150);
        assertThat(lines.getLast()).as("largest").isLessThanOrEqualTo(300);
        assertThat(files(name -> name.endsWith("/pom.xml"))).as("modules").hasSizeLessThanOrEqualTo(15);
    }

    private static int lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
