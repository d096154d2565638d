package dev.plankton.steps.pca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Mp4WriterTest {
    @TempDir
    Path folder;

    private static BufferedImage picture(Color color) {
        BufferedImage picture = new BufferedImage(162, 122, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(0, 0, 162, 122);
        graphics.dispose();
        return picture;
    }

    private Path film(String name) throws IOException {
        Path file = folder.resolve(name);
        try (Mp4Writer writer = new Mp4Writer(file, 162, 122, 15)) {
            writer.add(picture(Color.WHITE), 3, true);
            writer.add(picture(Color.BLACK), 1, false);
            writer.add(picture(Color.RED), 2, true);
            writer.finish();
        }
        return file;
    }

    @Test
    void aDecoderSeesThePictures() throws IOException {
        DecodedFilm film = DecodedFilm.read(film("film.mp4"));

        assertThat(film.codec()).isEqualTo(DecodedFilm.H264);
        assertThat(film.pixelFormat()).isEqualTo(AV_PIX_FMT_YUV420P);
        assertThat(film.width()).isEqualTo(162);
        assertThat(film.height()).isEqualTo(122);
        assertThat(film.lumaInTheMiddle()).hasSize(6);
        assertThat(film.lumaInTheMiddle().get(0)).isBetween(233, 237);
        assertThat(film.lumaInTheMiddle().get(3)).isBetween(14, 19);
        assertThat(film.lumaInTheMiddle().get(5)).isBetween(60, 66); // BT.709 red: 16 + 219 x 0.2126
    }

    @Test
    void theIndexComesFirstAndTheSamePicturesGiveTheSameBytes() throws IOException {
        byte[] bytes = Files.readAllBytes(film("one.mp4"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);

        assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
        assertThat(bytes).isEqualTo(Files.readAllBytes(film("two.mp4")));
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        assertThatThrownBy(() -> new Mp4Writer(folder.resolve("no/such/folder.mp4"), 160, 120, 15))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot open the file");
        assertThatThrownBy(() -> {
                    try (Mp4Writer writer = new Mp4Writer(folder.resolve("size.mp4"), 160, 120, 15)) {
                        writer.add(picture(Color.WHITE), 1, true);
                    }
                })
                .isInstanceOf(IllegalArgumentException.class);
    }
}
