#!/usr/bin/env bash
# A grey vignette in Java's BufferedImage (JDK 17 to 25) and in Apache Commons Imaging 1.0.0-alpha6 (Maven), which
# writes such images to PNG, TIFF and BMP.
#
# Guess before running: a pixel of 100 is 100 however one asks for it, and a PNG written from the image holds 100.
# Seen: Java's grey has linear light as its scale and its RGB has not, so getRGB turns 100 into 168, while drawing the
# image onto an RGB image copies the 100. Back to grey, drawing keeps 100 and ColorConvertOp gives 32. Commons Imaging
# reads by getRGB, so the written file is brighter than the image: 20 becomes 79, 100 becomes 168. Only black and
# white stay. ImageIO writes 100. So a classifier's input, a mean grey or a copy in another format depends on the way
# to the pixels.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for artifact in org.apache.commons:commons-imaging:1.0.0-alpha6 org.apache.commons:commons-lang3:3.20.0 commons-io:commons-io:2.20.0; do
    (cd "$here/.." && ./mvnw -q -B dependency:copy -Dartifact="$artifact" -DoutputDirectory="$folder" >&2)
done
cat > "$folder/Grey.java" <<'J'
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.apache.commons.imaging.ImageFormats;
import org.apache.commons.imaging.Imaging;

public class Grey {
    static int[] firstBand(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, 4, 1, 0, (int[]) null);
    }

    static int[] red(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, 4, 1, null, 0, 4)).map(pixel -> pixel >> 16 & 255).toArray();
    }

    static BufferedImage drawn(BufferedImage image, int type) {
        var drawn = new BufferedImage(4, 1, type);
        drawn.createGraphics().drawImage(image, 0, 0, null);
        return drawn;
    }

    static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    static boolean found(String what, int[] seen, int... expected) {
        System.out.printf("%-44s %s%n", what, Arrays.toString(seen));
        return Arrays.equals(seen, expected);
    }

    public static void main(String[] arguments) throws IOException {
        var grey = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 4, 1, 0, new int[] {0, 20, 100, 255});
        var png = new ByteArrayOutputStream();
        ImageIO.write(grey, "png", png);
        var drawn = drawn(grey, BufferedImage.TYPE_INT_RGB);
        var converted = new ColorConvertOp(null).filter(drawn, new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_GRAY));
        boolean asFound = found("the image", firstBand(grey), 0, 20, 100, 255)
                & found("getRGB", red(grey), 0, 79, 168, 255)
                & found("drawn onto an RGB image", red(drawn), 0, 20, 100, 255)
                & found("that drawn onto a grey image", firstBand(drawn(drawn, BufferedImage.TYPE_BYTE_GRAY)), 0, 20, 100, 255)
                & found("that converted to grey by ColorConvertOp", firstBand(converted), 0, 2, 32, 255)
                & found("a PNG file by ImageIO", firstBand(read(png.toByteArray())), 0, 20, 100, 255)
                & found("a PNG file by Commons Imaging", firstBand(read(Imaging.writeImageToBytes(grey, ImageFormats.PNG))), 0, 79, 168, 255);
        System.exit(asFound ? 0 : 1);
    }
}
J
if java -Djava.awt.headless=true -cp "$folder/*" "$folder/Grey.java"; then
    echo "As found: getRGB and Commons Imaging brighten a grey image."
else
    echo "This has changed." >&2
    exit 1
fi
