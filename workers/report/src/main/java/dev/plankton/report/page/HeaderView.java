package dev.plankton.report.page;

import dev.plankton.runtime.formats.ReportSection;
import dev.plankton.runtime.formats.ReportSection.Fact;
import dev.plankton.runtime.formats.TrainingManifest;
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
        TrainingManifest.Checkpoint best = content.best();
        Facts.add(
                header,
                List.of(
                        new Fact("Best validation accuracy", Text.three(best.accuracy())),
                        new Fact("Its test accuracy", Text.three(best.testAccuracy())),
                        new Fact("Best round", Integer.toString(best.round())),
                        new Fact(
                                "Guessing would reach",
                                Text.three(1.0 / content.dataset().classes().size()))));
        header.appendElement("h2").text("What to look at first");
        Element list = header.appendElement("ul").addClass("cards");
        for (ReportSection section : content.sections()) {
            Element link = list.appendElement("li").appendElement("a").attr("href", "#" + Anchors.of(section));
            link.appendElement("strong").text(section.title());
            link.appendElement("span").text(Text.unbroken(Text.sentences(section.summary(), CARD_SENTENCES)));
        }
    }

    private static String lead(ReportContent content) {
        TrainingManifest.Checkpoint best = content.best();
        TrainingManifest.Checkpoint first = content.training().checkpoints().getFirst();
        return ("%s images of %s classes. Of the validation images, %s lay nearest to the centre of their own class before training, and %s after round %d of %d, the best checkpoint; of the test images, %s.")
                .formatted(
                        Text.count(content.dataset().images().size()),
                        Text.count(content.dataset().classes().size()),
                        Text.percent(first.accuracy()),
                        Text.percent(best.accuracy()),
                        best.round(),
                        content.training().checkpoints().getLast().round(),
                        Text.percent(best.testAccuracy()));
    }
}
