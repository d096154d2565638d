package dev.plankton.steps.report.page;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.steps.kit.Figures;
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
                "Best validation accuracy", Figures.three(content.background().accuracy())));
        facts.add(new Fact("Test accuracy", Figures.three(content.background().testAccuracy())));
        if (content.background() instanceof Background.Trained trained) {
            facts.add(new Fact("Best round", Integer.toString(trained.best().round())));
        }
        facts.add(new Fact(
                "Guessing would reach",
                Figures.three(1.0 / content.dataset().classes().size())));
        return facts;
    }

    private static String lead(ReportContent content) {
        String images = "%s images of %s classes."
                .formatted(
                        Figures.count(content.dataset().images().size()),
                        Figures.count(content.dataset().classes().size()));
        return switch (content.background()) {
            case Background.Trained(var id, var training, var best) ->
                ("%s Before training, %s of the validation images were nearest to the centre of their own class. With the best checkpoint, %s are (round %d of %d); of the test images, %s.")
                        .formatted(
                                images,
                                Figures.percent(
                                        training.checkpoints().getFirst().accuracy()),
                                Figures.percent(best.accuracy()),
                                best.round(),
                                training.checkpoints().getLast().round(),
                                Figures.percent(best.testAccuracy()));
            case Background.Uploaded uploaded ->
                ("%s Their embeddings were made elsewhere and uploaded as '%s', so there is no training to show. Of the validation images, %s are nearest to the centre of their own class; of the test images, %s.")
                        .formatted(
                                images,
                                uploaded.name(),
                                Figures.percent(uploaded.accuracy()),
                                Figures.percent(uploaded.testAccuracy()));
        };
    }
}
