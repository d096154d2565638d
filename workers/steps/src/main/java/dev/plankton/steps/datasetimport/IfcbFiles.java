package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.datasetimport.IfcbBin.Target;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import org.apache.commons.compress.utils.IOUtils;

/**
 * Shows the bins of an Imaging FlowCytobot as if their images had been uploaded one by one, as
 * {@code <bin>_<number of the target in five digits>.png}. Other files stay as they are.
 */
final class IfcbFiles implements UploadedFiles {
    private static final String ADC = "adc";
    private static final String ROI = "roi";
    private static final Set<String> PARTS = Set.of(ADC, ROI, "hdr");

    private final UploadedFiles files;
    private final Spool spool;
    private final Map<String, IfcbBin> bins = new TreeMap<>();

    private IfcbFiles(UploadedFiles files, Spool spool) {
        this.files = files;
        this.spool = spool;
    }

    /**
     * Reads what the bins hold.
     *
     * @param where describes the upload in messages
     * @param spool takes the images
     * @throws BadInputException if there is no bin, or one of its files is missing or wrong
     */
    static IfcbFiles survey(String where, UploadedFiles files, Limits limits, Spool spool)
            throws IOException, InterruptedException {
        IfcbFiles found = new IfcbFiles(files, spool);
        Set<String> images = new HashSet<>();
        files.survey(path -> {
            if (path.extension().equals(ROI)) {
                images.add(bin(path));
            }
        });
        files.read(path -> path.extension().equals(ADC), (path, file) -> {
            switch (file) {
                case Spooled.Whole whole -> found.bins.put(bin(path), IfcbBin.read(path, whole.copy(), limits.files()));
                case Spooled.Empty empty -> found.bins.put(bin(path), new IfcbBin(List.of()));
                case Spooled.TooLong tooLong ->
                    throw new BadInputException("The file %s is larger than %,d MB; it cannot be that of an IFCB."
                            .formatted(path, tooLong.limit() >> 20));
            }
        });
        List<String> alone = new ArrayList<>();
        images.stream().filter(bin -> !found.bins.containsKey(bin)).sorted().forEach(bin -> alone.add(bin + ".roi"));
        found.bins.keySet().stream().filter(bin -> !images.contains(bin)).forEach(bin -> alone.add(bin + ".adc"));
        if (found.bins.isEmpty() || !alone.isEmpty()) {
            throw new BadInputException("%s has %s; upload the files .adc, .hdr and .roi of each IFCB bin side by side."
                    .formatted(
                            where,
                            alone.isEmpty()
                                    ? "no bins of an IFCB"
                                    : "only one file of the bins " + UploadPath.first(alone, 5)));
        }
        return found;
    }

    /** Whether it is a file of a bin. */
    static boolean isPart(UploadPath path) {
        return PARTS.contains(path.extension());
    }

    /** The path of a bin's files without extension. */
    private static String bin(UploadPath path) {
        String whole = path.toString();
        return whole.substring(0, whole.lastIndexOf('.'));
    }

    private static UploadPath image(String bin, Target target) {
        return UploadPath.of("The upload", "%s_%05d.png".formatted(bin, target.number()));
    }

    @Override
    public void survey(PathVisitor visitor) throws IOException, InterruptedException {
        files.survey(path -> {
            if (!isPart(path)) {
                visitor.visit(path);
            } else if (path.extension().equals(ROI)) {
                for (Target target : targets(path)) {
                    visitor.visit(image(bin(path), target));
                }
            }
        });
    }

    private List<Target> targets(UploadPath roi) {
        IfcbBin bin = bins.get(bin(roi));
        return bin == null ? List.of() : bin.images();
    }

    @Override
    public void read(Predicate<UploadPath> wanted, FileVisitor visitor) throws IOException, InterruptedException {
        Predicate<UploadPath> needed = path -> path.extension().equals(ROI)
                ? targets(path).stream().anyMatch(target -> wanted.test(image(bin(path), target)))
                : !isPart(path) && wanted.test(path);
        files.read(needed, (path, file) -> {
            if (path.extension().equals(ROI)) {
                images(path, file, wanted, visitor);
            } else {
                visitor.visit(path, file);
            }
        });
    }

    private void images(UploadPath roi, Spooled file, Predicate<UploadPath> wanted, FileVisitor visitor)
            throws IOException, InterruptedException {
        if (!(file instanceof Spooled.Whole whole)) {
            throw tooShort(roi);
        }
        try (SeekableByteChannel bytes = whole.copy().channel()) {
            for (Target target : targets(roi)) {
                UploadPath path = image(bin(roi), target);
                if (wanted.test(path)) {
                    if (target.offset() + target.bytes() > whole.bytes()) {
                        throw tooShort(roi);
                    }
                    Spooled image = spool.take(new ByteArrayInputStream(png(bytes, target)));
                    visitor.visit(path, image);
                    Spool.discard(image);
                }
            }
        }
    }

    private static BadInputException tooShort(UploadPath roi) {
        return new BadInputException(
                "The file %s of an IFCB is too short or too large for the images that its .adc names; upload the bin again."
                        .formatted(UploadPath.printable(roi.toString())));
    }

    private static byte[] png(SeekableByteChannel bytes, Target target) throws IOException {
        BufferedImage image = new BufferedImage(target.width(), target.height(), BufferedImage.TYPE_BYTE_GRAY);
        IOUtils.readFully(
                bytes.position(target.offset()),
                ByteBuffer.wrap(((DataBufferByte) image.getRaster().getDataBuffer()).getData()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
