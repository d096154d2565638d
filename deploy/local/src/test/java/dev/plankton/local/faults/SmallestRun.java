package dev.plankton.local.faults;

import dev.plankton.contracts.ids.StoreKeys;
import dev.plankton.contracts.ids.UploadName;
import dev.plankton.demodata.DemoData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A run with every kind of step that takes as little time as possible, and its images. */
final class SmallestRun {
    static final String WORKFLOW = "plankton_embedding";

    static final Map<String, Object> INPUT = Map.ofEntries(
            Map.entry("dataset", "bay"),
            Map.entry("side", 64),
            Map.entry("shardImages", 100),
            Map.entry("rounds", 1),
            Map.entry("stepsPerEpoch", 6),
            Map.entry("epochsPerRound", 1),
            Map.entry("validationSteps", 1),
            Map.entry("warmupSteps", 2),
            Map.entry("networkSide", 32),
            Map.entry("classesPerBatch", 4),
            Map.entry("imagesPerClassInBatch", 2),
            Map.entry("classifierEpochs", 2),
            Map.entry("classifierUnits", 16),
            Map.entry("pcaFramesBetween", 0),
            Map.entry("relationsMaxImages", 20));

    private SmallestRun() {}

    /** @param folder gets the images */
    static void upload(FaultySystem system, Path folder) throws IOException {
        Path images = Files.createDirectory(folder.resolve("images"));
        DemoData.generate(images, 7, 150);
        try (Stream<Path> files = Files.walk(images)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                system.objects()
                        .put(StoreKeys.upload(new UploadName("bay")) + images.relativize(file), file, "image/png");
            }
        }
    }
}
