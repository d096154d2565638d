package dev.plankton.report.page;

import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.Fact;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** What the run is about, how well it went, and what to look at first. */
final class HeaderView {
    private static final int CARD_SENTENCES = 2;

    private HeaderView() {}

    static void add(Element main, ReportContent content) {
        Element header = main.appendElement("header").attr("id", "top");
        header.appendElement("p").addClass("kicker").text("Plankton embedding");
        header.appendElement("h1").text(content.dataset().name());
        header.appendElement("p").addClass("lead").text(Text.unbroken(lead(content)));
        Facts.add(header, facts(content));
        header.appendElement("h2").text("What to look at first");
        Element list = header.appendElement("ul").addClass("cards");
        for (ReportSection section : content.sections()) {
            Element link = list.appendElement("li").appendElement("a").attr("href", "#" + Anchors.of(section));
            link.appendElement("strong").text(section.title());
            link.appendElement("span").text(Text.unbroken(Text.sentences(section.summary(), CARD_SENTENCES)));
        }
    }

    private static List<Fact> facts(ReportContent content) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                "Best validation accuracy", Text.three(content.background().accuracy())));
        facts.add(new Fact("Its test accuracy", Text.three(content.background().testAccuracy())));
        if (content.background() instanceof Background.Trained trained) {
            facts.add(new Fact("Best round", Integer.toString(trained.best().round())));
        }
        facts.add(new Fact(
                "Guessing would reach",
                Text.three(1.0 / content.dataset().classes().size())));
        return facts;
    }

    private static String lead(ReportContent content) {
        String images = "%s images of %s classes."
                .formatted(
                        Text.count(content.dataset().images().size()),
                        Text.count(content.dataset().classes().size()));
        return switch (content.background()) {
            case Background.Trained(var id, var training, var best) ->
                ("%s Of the validation images, %s lay nearest to the centre of their own class before training, and %s after round %d of %d, the best checkpoint; of the test images, %s.")
                        .formatted(
                                images,
                                Text.percent(training.checkpoints().getFirst().accuracy()),
                                Text.percent(best.accuracy()),
                                best.round(),
                                training.checkpoints().getLast().round(),
                                Text.percent(best.testAccuracy()));
            case Background.Given given ->
                ("%s Their embeddings were made elsewhere and given as '%s': there is no training behind them here. Of the validation images, %s lie nearest to the centre of their own class; of the test images, %s.")
                        .formatted(
                                images,
                                given.name(),
                                Text.percent(given.accuracy()),
                                Text.percent(given.testAccuracy()));
        };
    }
}
