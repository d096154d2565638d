package dev.plankton.steps.groups;

import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.Fact;
import dev.plankton.contracts.formats.ReportSection.Table;
import dev.plankton.contracts.tasks.GroupsTask;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.UnseenScores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes the report's section on groups and publishes its contact sheets and tables. */
final class GroupsSection {
    private static final int ROWS = 500;

    private final Discovery discovery;
    private final Summary summary;
    private final GroupsTask.Input input;
    private final GroupSheets sheets;
    private final GroupTables tables;

    GroupsSection(
            Discovery discovery, Summary summary, GroupsTask.Input input, GroupSheets sheets, GroupTables tables) {
        this.discovery = discovery;
        this.summary = summary;
        this.input = input;
        this.sheets = sheets;
        this.tables = tables;
    }

    ReportSection write() throws IOException, InterruptedException {
        List<Table> all = new ArrayList<>(List.of(groups()));
        discovery.images().unusable().ifPresent(all::add);
        return new ReportSection("groups", "Groups of the unknown", summary(), facts(), sheets.draw(), all);
    }

    private String summary() {
        List<String> sentences = new ArrayList<>(List.of(which(), result(), cut()));
        if (summary.sampled() < summary.taken()) {
            sentences.add(Figures.text(
                    "Of these, %,d drawn at random were clustered; each other image joined the group with the nearest centre,"
                            + " unless it is farther from it than all its clustered images: %,d of the single images are so.",
                    summary.sampled(), discovery.apart()));
        }
        if (discovery.groups().size() > GroupSheets.MOST) {
            sentences.add(Figures.text(
                    "The page shows contact sheets of the %d largest groups; %,d smaller groups are only in the tables.",
                    GroupSheets.MOST, discovery.groups().size() - GroupSheets.MOST));
        }
        sentences.addAll(discovery.images().manifest().remarks());
        return String.join(" ", sentences);
    }

    private String which() {
        String far = Figures.text(
                "%,d of %,d images of '%s' have a higher score of unknown images than %.1f %% of the model's"
                        + " validation images, so that no class claims them. The score is the %s. Images with the same bytes count once.",
                summary.far(),
                summary.images(),
                summary.name(),
                100 * input.farQuantile(),
                UnseenScores.inWords(discovery.neighbours().score()));
        return switch (input.groupFrom()) {
            case FAR -> far + " Groups were looked for among these.";
            case ALL -> far + " Groups were looked for among all images.";
        };
    }

    private String result() {
        return Figures.text(
                "%s, which have provisional names and no class; %s single, because a group needs %d.",
                Figures.counted(summary.groups().size(), "group", "groups") + " of "
                        + Figures.counted(summary.grouped(), "image", "images"),
                Figures.counted(summary.taken() - summary.grouped(), "image stays", "images stay"),
                input.minimumGroupSize());
    }

    private String cut() {
        if (input.groups().isPresent()) {
            return Figures.text(
                    "The number of groups, %d with those that are too small, was given.",
                    input.groups().orElseThrow());
        }
        return summary.cut()
                .map(cut -> Figures.text(
                        "Groups were made with Ward's method. In each, the root of the mean squared distance between two images is"
                                + " at most %.4f: with that limit, groups of the model's validation images agree best with their"
                                + " classes (adjusted Rand index %.3f; 1 is perfect, 0 is chance). Kinds that the model never saw"
                                + " may be spread wider and so be parted; groups=<number> makes fewer groups.",
                        cut.spread(), cut.agreement()))
                .orElse("There were too few images to make groups.");
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Images", Figures.count(summary.images())),
                new Fact("Claimed by no class", Figures.count(summary.far())),
                new Fact(
                        "Left out",
                        Figures.count(discovery.images().manifest().leftOut().size())),
                new Fact("Groups", Figures.count(summary.groups().size())),
                new Fact("Images in groups", Figures.count(summary.grouped()))));
        summary.cut().ifPresent(cut -> {
            facts.add(new Fact("Cut", Figures.text("%.4f", cut.spread())));
            facts.add(new Fact("Adjusted Rand index", Figures.three(cut.agreement())));
        });
        return facts;
    }

    private Table groups() throws IOException, InterruptedException {
        String hidden = discovery.groups().size() > ROWS
                ? Figures.text(
                        " %,d further groups are only in the files.",
                        discovery.groups().size() - ROWS)
                : "";
        return new Table(
                "The groups, the largest first." + hidden
                        + " EcoTaxa can import ecotaxa_groups.tsv: it adds the column plankton_group to the objects, by which they"
                        + " can be filtered and labelled, and changes no category.",
                List.of("Group", "Images", "Mean distance to the centre", "Nearest known class", "Its distance"),
                discovery.groups().stream()
                        .limit(ROWS)
                        .map(group -> List.of(
                                group.name(),
                                Figures.count(group.members().size()),
                                Figures.three(group.meanDistance()),
                                group.nearest().name(),
                                group.nearest().inWords()))
                        .toList(),
                List.of(tables.csv(), tables.ecoTaxa()));
    }
}
