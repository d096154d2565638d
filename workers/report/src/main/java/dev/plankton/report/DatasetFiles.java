package dev.plankton.report;

import dev.plankton.drawing.ContactSheet;
import dev.plankton.drawing.GreyImage;
import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.DatasetImages;
import dev.plankton.runtime.formats.DatasetManifest;
import dev.plankton.runtime.step.StepContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The files that the report itself makes of the dataset: example images of each class, and lists. */
final class DatasetFiles {
    private static final int EXAMPLES = 6;
    private static final int SIDE = 72;

    private final DatasetManifest dataset;
    private final ReportFolder folder;

    DatasetFiles(DatasetManifest dataset, ReportFolder folder) {
        this.dataset = dataset;
        this.folder = folder;
    }

    /** One strip of examples for each class. @return their file names in the order of the classes */
    List<String> examples(DatasetImages images, StepContext context) throws IOException, InterruptedException {
        List<List<DatasetManifest.Image>> byClass = new ArrayList<>();
        dataset.classes().forEach(name -> byClass.add(new ArrayList<>()));
        dataset.images().forEach(image -> byClass.get(image.classIndex()).add(image));
        List<String> files = new ArrayList<>();
        for (int c = 0; c < byClass.size(); c++) {
            context.checkCancelled();
            String name = String.format(Locale.ROOT, "examples-%03d.png", c + 1);
            folder.addNew(name, strip(byClass.get(c), images, folder.draft(name)));
            files.add(name);
        }
        return files;
    }

    private static Path strip(List<DatasetManifest.Image> ofClass, DatasetImages images, Path file)
            throws IOException, InterruptedException {
        List<ContactSheet.Cell> cells = new ArrayList<>();
        int shown = Math.min(EXAMPLES, ofClass.size());
        for (int i = 0; i < shown; i++) {
            DatasetManifest.Image image = ofClass.get(i * ofClass.size() / shown);
            cells.add(new ContactSheet.Cell(new GreyImage(images.pixels(image.key()), images.side()), List.of()));
        }
        return Png.write(new ContactSheet("", cells).draw(EXAMPLES, SIDE), file);
    }

    /** All images, and those left out, as CSV. @return their file names */
    List<String> tables() throws IOException, InterruptedException {
        String images = "dataset-images.csv";
        try (CsvFile csv =
                new CsvFile(folder.draft(images), List.of("image", "source", "class", "split", "width", "height"))) {
            for (DatasetManifest.Image image : dataset.images()) {
                csv.row(List.of(
                        image.key(),
                        image.source(),
                        dataset.classes().get(image.classIndex()),
                        image.split().name(),
                        Integer.toString(image.width()),
                        Integer.toString(image.height())));
            }
        }
        String leftOut = "dataset-left-out.csv";
        try (CsvFile csv = new CsvFile(folder.draft(leftOut), List.of("source", "reason"))) {
            for (DatasetManifest.LeftOut image : dataset.leftOut()) {
                csv.row(List.of(image.source(), image.reason()));
            }
        }
        folder.addNew(images, folder.draft(images));
        folder.addNew(leftOut, folder.draft(leftOut));
        return List.of(images, leftOut);
    }
}
