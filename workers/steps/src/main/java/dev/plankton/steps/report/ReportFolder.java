package dev.plankton.steps.report;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ReportSection;
import dev.plankton.contracts.formats.ReportSection.DataFile;
import dev.plankton.contracts.formats.ReportSection.Figure;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.engine.step.StepContext;
import dev.plankton.engine.store.MediaTypes;
import dev.plankton.steps.report.page.PictureSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Collects the files of the report by name and uploads them to the object store. */
final class ReportFolder {
    static final String PAGE = "index.html";

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final StepContext context;
    private final Map<String, ArtifactId> artifacts = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();

    ReportFolder(StepContext context) {
        this.context = context;
    }

    /** Adds all files that a section names. */
    void addFiles(ReportSection section) throws IOException, InterruptedException {
        for (Figure figure : section.figures()) {
            add(figure.file(), figure.artifact());
            for (DataFile data : figure.data()) {
                add(data.file(), data.artifact());
            }
        }
        for (ReportSection.Table table : section.tables()) {
            for (DataFile data : table.data()) {
                add(data.file(), data.artifact());
            }
        }
    }

    /** Adds an artifact under a name. The same artifact may be added twice. */
    void add(String name, ArtifactId artifact) throws IOException, InterruptedException {
        if (!SAFE_NAME.matcher(name).matches() || name.equals(PAGE)) {
            throw new BadInputException(
                    "A section names a file '%s'; use letters, digits, dots, dashes and underscores, and not %s."
                            .formatted(name, PAGE));
        }
        ArtifactId other = artifacts.putIfAbsent(name, artifact);
        if (other != null && !other.equals(artifact)) {
            throw new BadInputException(
                    "Two different files of the report are called '%s'; rename one of them.".formatted(name));
        }
        context.checkCancelled();
        files.put(name, context.artifacts().fetch(artifact));
    }

    /** Where to write a new file of the report before {@link #addNew}. */
    Path draft(String name) {
        return context.scratch().resolve(name);
    }

    /** Publishes a file that was written to its draft, and adds it. */
    void addNew(String name, Path draft) throws IOException, InterruptedException {
        add(name, context.publish("report-file", draft));
    }

    void writePage(String html) throws IOException, InterruptedException {
        Path page = Files.writeString(draft(PAGE), html);
        context.publish("report", page);
        files.put(PAGE, page);
    }

    /** Sizes of the pictures by file name. */
    Map<String, PictureSize> pictureSizes() throws IOException {
        Map<String, PictureSize> sizes = new TreeMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (file.getKey().endsWith(".png")) {
                sizes.put(file.getKey(), PngHeader.read(file.getValue()));
            } else if (file.getKey().endsWith(".svg")) {
                sizes.put(file.getKey(), SvgHeader.read(file.getValue()));
            }
        }
        return sizes;
    }

    int files() {
        return files.size();
    }

    /** Uploads everything, the page last. */
    void upload(String prefix) throws IOException, InterruptedException {
        for (Map.Entry<String, Path> file : files.entrySet()) {
            if (!file.getKey().equals(PAGE)) {
                context.checkCancelled();
                put(prefix, file.getKey(), file.getValue());
            }
        }
        Path page = files.get(PAGE);
        if (page != null) {
            put(prefix, PAGE, page);
        }
    }

    private void put(String prefix, String name, Path file) throws IOException {
        context.objects().put(prefix + name, file, MediaTypes.of(name));
    }
}
