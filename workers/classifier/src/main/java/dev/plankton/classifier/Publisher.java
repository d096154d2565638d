package dev.plankton.classifier;

import dev.plankton.drawing.Png;
import dev.plankton.runtime.formats.CsvFile;
import dev.plankton.runtime.formats.ReportSection.DataFile;
import dev.plankton.runtime.formats.ReportSection.Figure;
import dev.plankton.runtime.step.StepContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the files of the report's section and publishes them. */
final class Publisher {
    private final StepContext context;

    Publisher(StepContext context) {
        this.context = context;
    }

    Figure figure(String file, String caption, BufferedImage picture, DataFile... data)
            throws IOException, InterruptedException {
        context.checkCancelled();
        Path path = Png.write(picture, context.scratch().resolve(file));
        return new Figure(file, "image/png", caption, context.publish("picture", path), List.of(data));
    }

    /** A picture that was written as text. */
    Figure svg(String file, String caption, String picture, DataFile... data) throws IOException, InterruptedException {
        context.checkCancelled();
        Path path = Files.writeString(context.scratch().resolve(file), picture);
        return new Figure(file, "image/svg+xml", caption, context.publish("picture", path), List.of(data));
    }

    /** A picture to download. */
    DataFile png(String file, BufferedImage picture) throws IOException, InterruptedException {
        return new DataFile(
                file,
                context.publish("picture", Png.write(picture, context.scratch().resolve(file))));
    }

    DataFile csv(String file, List<String> columns, List<List<String>> rows) throws IOException, InterruptedException {
        Path path = context.scratch().resolve(file);
        try (CsvFile table = new CsvFile(path, columns)) {
            for (List<String> row : rows) {
                table.row(row);
            }
        }
        return new DataFile(file, context.publish("table", path));
    }
}
