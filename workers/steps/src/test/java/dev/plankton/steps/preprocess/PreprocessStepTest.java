package dev.plankton.steps.preprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plankton.contracts.BadInputException;
import dev.plankton.contracts.formats.ImageRemarks;
import dev.plankton.contracts.formats.ImageShard;
import dev.plankton.contracts.formats.PreprocessedList;
import dev.plankton.contracts.formats.PreprocessedShard;
import dev.plankton.contracts.formats.ShardList;
import dev.plankton.contracts.formats.SourceShardWriter;
import dev.plankton.contracts.ids.ArtifactId;
import dev.plankton.contracts.json.Json;
import dev.plankton.contracts.tasks.PreprocessTask;
import dev.plankton.engine.testing.LocalContext;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreprocessStepTest {
    @TempDir
    private Path folder;

    private LocalContext context;

    @BeforeEach
    void open() throws IOException {
        context = new LocalContext(folder);
    }

    private ArtifactId shard(Map<String, byte[]> files) throws IOException {
        Path shard = context.scratch().resolve("shard.zip");
        try (SourceShardWriter writer = new SourceShardWriter(shard)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                writer.add(
                        file.getKey(),
                        new ByteArrayInputStream(file.getValue()),
                        file.getValue().length,
                        checksum.getValue());
            }
        }
        ArtifactId source = context.artifacts().publish("source-shard", shard);
        return context.artifacts().publishJson("shard-list", new ShardList(List.of(new ShardList.Item(3, source))));
    }

    private static String key(byte[] bytes) {
        return HexFormat.of().formatHex(Json.sha256().digest(bytes));
    }

    @Test
    void turnsImagesIntoSquaresAndListsTheRest() throws Exception {
        byte[] good = References.bytes("pictures/colour.png");
        byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(key(good), good);
        files.put(key(text), text);
        for (String name : new String[] {"grey.jpg", "deep.tif", "grey.bmp"}) {
            files.put(key(References.bytes("pictures/" + name)), References.bytes("pictures/" + name));
        }
        PreprocessTask.Input input = new PreprocessTask.Input(shard(files), 64, true, 2, Optional.empty(), 100);
        PreprocessTask.Output output = context.run(new PreprocessStep(), input);
        assertThat(item(output).shard()).isEqualTo(3);
        assertThat(context.measures().images()).isEqualTo(files.size());
        PreprocessedShard list = preprocessed(output);
        assertThat(list.images()).hasSize(4);
        assertThat(list.images().getFirst()).isEqualTo(new PreprocessedShard.Image(key(good), 12, 9));
        assertThat(list.leftOut()).extracting(PreprocessedShard.LeftOut::key).containsExactly(key(text));
        try (ImageShard images =
                ImageShard.open(context.artifacts().fetch(item(output).images()), 64)) {
            byte[] square = images.pixels(key(good));
            assertThat(square[0]).isEqualTo((byte) 255);
            // 12 x 7 pixels after cropping, 4 times enlarged and in the middle.
            for (int i = 0; i < square.length; i++) {
                boolean inside = i % 64 >= 8 && i % 64 < 56 && i / 64 >= 18 && i / 64 < 46;
                assertThat(inside || square[i] == (byte) 255).isTrue();
            }
        }
        assertThat(context.run(new PreprocessStep(), input)).isEqualTo(output);
    }

    @Test
    void countsWhatItNoticesAndScalesByTheInput() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (byte[] file : List.of(
                MadeImages.deepPng(0, 4000, 100),
                MadeImages.deepPng(0, 1000, 1),
                TiffBytes.grey(1, 1, 8).strip((byte) 7).pages(2).bytes())) {
            files.put(key(file), file);
        }
        ArtifactId shard = shard(files);
        PreprocessTask.Input input = new PreprocessTask.Input(shard, 64, false, 0, Optional.empty(), 100);
        PreprocessedShard list = preprocessed(context.run(new PreprocessStep(), input));
        ImageRemarks remarks = list.remarks().orElseThrow();
        assertThat(remarks.severalPages()).isEqualTo(1);
        assertThat(remarks.bitsUsed()).isEqualTo(Map.of(12, 1, 10, 1));
        assertThat(context.lines())
                .contains(
                        "2 of 2 images with 16 bits per sample use only the lowest 12 bits and so come out dark. If the camera writes 12 bits, set bitDepth=12.",
                        "One image has several pages or frames; the first was used.");
        PreprocessTask.Input scaled = new PreprocessTask.Input(shard, 64, false, 0, Optional.of(12), 100);
        assertThat(preprocessed(context.run(new PreprocessStep(), scaled))
                        .remarks()
                        .orElseThrow()
                        .bitsUsed())
                .isEmpty();
    }

    private PreprocessedList.Item item(PreprocessTask.Output output) throws Exception {
        return context.artifacts()
                .fetchJson(output.preprocessed(), PreprocessedList.class)
                .shards()
                .getFirst();
    }

    private PreprocessedShard preprocessed(PreprocessTask.Output output) throws Exception {
        return context.artifacts().fetchJson(item(output).preprocessed(), PreprocessedShard.class);
    }

    /** A light object on transparent ground becomes a dark object on white. */
    @Test
    void makesTransparentPartsWhiteAlsoWhereItInverts() throws Exception {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 64 * 20; i++) {
            image.setRGB(i % 64, i / 64, 0xfff0_f0f0);
        }
        byte[] png = MadeImages.written(image, "png");
        for (boolean invert : new boolean[] {true, false}) {
            PreprocessTask.Input input =
                    new PreprocessTask.Input(shard(Map.of(key(png), png)), 64, invert, 0, Optional.empty(), 100);
            PreprocessTask.Output output = context.run(new PreprocessStep(), input);
            try (ImageShard images =
                    ImageShard.open(context.artifacts().fetch(item(output).images()), 64)) {
                byte[] square = images.pixels(key(png));
                assertThat(square[10 * 64 + 32] & 0xff).isEqualTo(invert ? 15 : 240);
                assertThat(square[50 * 64 + 32] & 0xff).isEqualTo(255);
            }
        }
    }

    @Test
    void doesNoShardTwice() throws Exception {
        List<ShardList.Item> items = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            byte[] png = MadeImages.deepPng(0, 4000, 100 + i);
            ArtifactId list = shard(Map.of(key(png), png));
            items.add(new ShardList.Item(
                    i,
                    context.artifacts()
                            .fetchJson(list, ShardList.class)
                            .shards()
                            .getFirst()
                            .source()));
        }
        PreprocessedList.Item alone = item(context.run(new PreprocessStep(), input(items.subList(1, 2))));
        assertThat(context.measures().images()).isEqualTo(1);
        PreprocessTask.Output output = context.run(new PreprocessStep(), input(items));
        assertThat(context.measures().images()).isEqualTo(3);
        List<PreprocessedList.Item> all = context.artifacts()
                .fetchJson(output.preprocessed(), PreprocessedList.class)
                .shards();
        assertThat(all).hasSize(3).contains(alone);
        assertThat(all).extracting(PreprocessedList.Item::shard).containsExactly(0, 1, 2);
        assertThat(context.run(new PreprocessStep(), input(items))).isEqualTo(output);
        assertThat(context.measures().images()).isEqualTo(3);
        assertThat(context.parts()).isEqualTo(3);
        assertThat(context.artifacts().held()).isEmpty(); // nothing is left of the shards that were fetched
    }

    private PreprocessTask.Input input(List<ShardList.Item> shards) throws Exception {
        return new PreprocessTask.Input(
                context.artifacts().publishJson("shard-list", new ShardList(shards)),
                64,
                false,
                0,
                Optional.empty(),
                100);
    }

    @Test
    void copesWithShardsWithoutUsableImages() throws Exception {
        byte[] text = "no image".getBytes(StandardCharsets.UTF_8);
        PreprocessTask.Input input =
                new PreprocessTask.Input(shard(Map.of(key(text), text)), 64, false, 0, Optional.empty(), 100);
        PreprocessTask.Output output = context.run(new PreprocessStep(), input);
        PreprocessedShard list = preprocessed(output);
        assertThat(list.images()).isEmpty();
        assertThat(list.leftOut()).hasSize(1);
    }

    @Test
    void stopsWhenCancelled() throws Exception {
        byte[] good = References.bytes("pictures/colour.png");
        PreprocessTask.Input input =
                new PreprocessTask.Input(shard(Map.of(key(good), good)), 64, false, 0, Optional.empty(), 100);
        context.cancel();
        assertThatThrownBy(() -> context.run(new PreprocessStep(), input)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void refusesSettingsThatCannotWork() {
        ArtifactId id = new ArtifactId("0".repeat(64));
        assertThatThrownBy(() -> new PreprocessTask.Input(id, 4, false, 0, Optional.empty(), 100))
                .isInstanceOf(BadInputException.class)
                .hasMessage("side is 4; it must be a whole number from 32 to 1024.");
        assertThatThrownBy(() -> new PreprocessTask.Input(id, 299, false, -1, Optional.empty(), 100))
                .isInstanceOf(BadInputException.class);
        assertThatThrownBy(() -> new PreprocessTask.Input(id, 299, false, 0, Optional.of(7), 100))
                .isInstanceOf(BadInputException.class)
                .hasMessage("bitDepth is 7; it must be a whole number from 8 to 16.");
        assertThatThrownBy(() -> new PreprocessTask.Input(id, 299, false, 0, Optional.empty(), 0))
                .isInstanceOf(BadInputException.class);
    }
}
