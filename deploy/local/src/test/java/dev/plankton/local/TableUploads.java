package dev.plankton.local;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The images of some class folders in the formats of other sources, which keep the classes in a table.
 *
 * @param images a folder of class folders
 */
record TableUploads(Path images, List<String> classes) {
    static final int TRAIN = 8;
    static final int VALIDATION = 3;
    static final int TEST = 2;

    /** Images that a class must have. */
    static final int EACH = TRAIN + VALIDATION + TEST;

    /** A TAR as ZooScanNet is published, with the numbers of images above for each class in each part of its split. */
    void zooScanNet(Path file) throws IOException, InterruptedException {
        Path folder = file.resolveSibling("ZooScanNet");
        StringBuilder table = new StringBuilder("objid,taxon,lineage,set\n");
        for (int c = 0; c < classes.size(); c++) {
            Path taxon = Files.createDirectories(folder.resolve("imgs").resolve(classes.get(c)));
            List<Path> own = images(classes.get(c));
            for (int i = 0; i < EACH; i++) {
                int object = 1000 * c + i;
                String part = i < TRAIN ? "train" : i < TRAIN + VALIDATION ? "val" : "test";
                table.append("%d,%s,living>%s,%s%n".formatted(object, classes.get(c), classes.get(c), part));
                Files.copy(own.get(i), taxon.resolve(object + ".png"));
            }
        }
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("taxa.csv.gz")))) {
            out.write(table.toString().getBytes(StandardCharsets.UTF_8));
        }
        Process tar = new ProcessBuilder(
                        "tar",
                        "-cf",
                        file.toString(),
                        "-C",
                        folder.toString(),
                        "--transform",
                        "s,^[.],ZooScanNet,",
                        ".")
                .inheritIO()
                .start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar failed");
        }
    }

    /** A ZIP as EcoTaxa exports it; the last object of each class is not validated. */
    void ecoTaxa(Path file) throws IOException {
        StringBuilder table = new StringBuilder(
                "objid\tobject_id\tobject_annotation_status\tobject_annotation_category\timg_file_name\timg_rank\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int c = 0; c < classes.size(); c++) {
                List<Path> own = images(classes.get(c));
                for (int i = 0; i < EACH; i++) {
                    int object = 1000 * c + i;
                    table.append("%d\tsample_%d\t%s\t%s\t%s\t0%n"
                            .formatted(
                                    object,
                                    object,
                                    i < EACH - 1 ? "validated" : "predicted",
                                    classes.get(c),
                                    own.get(i).getFileName()));
                    String name = "images/%s/%d_0.png".formatted(classes.get(c), object);
                    add(zip, name, Files.readAllBytes(own.get(i)));
                }
            }
            add(zip, "ecotaxa_export_1_20260101_0101.tsv", table.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private List<Path> images(String className) throws IOException {
        try (Stream<Path> files = Files.list(images.resolve(className))) {
            return files.sorted().toList();
        }
    }
}
