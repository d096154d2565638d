package dev.plankton.steps.groups;

import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.ContactSheet.Cell;
import dev.plankton.drawing.GreyImage;
import dev.plankton.steps.groups.Group.Member;
import dev.plankton.steps.images.DatasetImages;
import dev.plankton.steps.kit.Figures;
import dev.plankton.steps.kit.SectionFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Contact sheets of groups. */
final class GroupSheets {
    /** More sheets than this nobody looks through on one page. */
    static final int MOST = 100;

    private static final int IMAGES = 48;
    private static final int COLUMNS = 12;
    private static final double SIZE = 84;

    private final Discovery discovery;
    private final DatasetImages images;
    private final SectionFiles files;

    GroupSheets(Discovery discovery, DatasetImages images, SectionFiles files) {
        this.discovery = discovery;
        this.images = images;
        this.files = files;
    }

    /** One sheet for each of the largest groups. */
    List<Figure> draw() throws IOException, InterruptedException {
        List<Figure> sheets = new ArrayList<>();
        for (Group group : discovery.groups().stream().limit(MOST).toList()) {
            sheets.add(sheet(group));
        }
        return sheets;
    }

    private Figure sheet(Group group) throws IOException, InterruptedException {
        List<Cell> cells = new ArrayList<>();
        for (Member member : group.members().stream().limit(IMAGES).toList()) {
            String key =
                    discovery.images().manifest().images().get(member.image()).key();
            cells.add(new Cell(
                    new GreyImage(images.pixels(key), images.side()), List.of(Figures.three(member.distance()))));
        }
        String shown = cells.size() == group.members().size()
                ? Figures.text("%,d images", cells.size())
                : Figures.text(
                        "%,d of %,d images", cells.size(), group.members().size());
        return files.picture(
                group.name() + ".png",
                "%s: %s, the most central first, with their distances to the centre of the group, which is %s."
                        .formatted(group.name(), shown, group.nearest().inWords()),
                new ContactSheet("", cells).draw(Math.min(COLUMNS, cells.size()), SIZE));
    }
}
