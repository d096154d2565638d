#!/usr/bin/env bash
# TIFF files of packed 12-bit grey, as scientific cameras write them, in Java's own ImageIO reader (JDK 17 to 25) and
# in TwelveMonkeys 3.15.0 (Maven: com.twelvemonkeys.imageio:imageio-tiff), which takes its place once it is on the
# class path.
#
# Guess before running: both give the samples of the file, 0 to 4095, and drawing the image onto an RGB one gives 8 of
# the 12 bits, as it does with images of 8 and 16 bits.
# Seen: Java stretches the samples to 16 bits (1024 becomes 16388) but keeps a colour model of 12 bits, so the drawn
# image starts from black again at every sixteenth of the range: 241 is drawn as 248, 1024 as 3, 3374 as 118.
# TwelveMonkeys keeps the samples but draws them as linear light: 1024, a quarter, is drawn as 137 and not as 64.
# Where the file says that 0 is white it turns the samples round at 65535 and not at 4095: 1024 becomes 64511 and not
# 3071. So one jar more or less on the class path changes each mean grey sixteenfold.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/pom.xml" <<'X'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId>
  <artifactId>finding</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.twelvemonkeys.imageio</groupId>
      <artifactId>imageio-tiff</artifactId>
      <version>3.15.0</version>
    </dependency>
  </dependencies>
</project>
X
(cd "$here/.." && ./mvnw -q -B -f "$folder/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder" >&2)
cat > "$folder/TwelveBits.java" <<'J'
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

public class TwelveBits {
    static final int[] SAMPLES = {0, 241, 1024, 3374, 4000, 4095};

    /** A big-endian TIFF of one row; two samples lie in three bytes. */
    static byte[] tiff(int photometric) {
        int pixels = SAMPLES.length * 3 / 2;
        int directory = 8 + pixels + pixels % 2;
        int[][] tags = {{256, SAMPLES.length}, {257, 1}, {258, 12}, {259, 1}, {262, photometric}, {273, 8}, {277, 1}, {278, 1}, {279, pixels}};
        var file = ByteBuffer.allocate(directory + 2 + 12 * tags.length + 4);
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(directory);
        for (int i = 0; i < SAMPLES.length; i += 2) {
            int both = SAMPLES[i] << 12 | SAMPLES[i + 1];
            file.put((byte) (both >> 16)).put((byte) (both >> 8)).put((byte) both);
        }
        file.position(directory).putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]).putShort((short) 3).putInt(1).putShort((short) tag[1]).putShort((short) 0);
        }
        return file.array();
    }

    static String read(String reader, int photometric) throws IOException {
        for (var readers = ImageIO.getImageReadersByFormatName("tiff"); readers.hasNext();) {
            ImageReader candidate = readers.next();
            if (candidate.getClass().getName().startsWith(reader)) {
                candidate.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(tiff(photometric))));
                BufferedImage image = candidate.read(0);
                var rgb = new BufferedImage(SAMPLES.length, 1, BufferedImage.TYPE_INT_RGB);
                rgb.createGraphics().drawImage(image, 0, 0, null);
                int[] drawn = rgb.getRaster().getSamples(0, 0, SAMPLES.length, 1, 0, (int[]) null);
                return Arrays.toString(image.getRaster().getSamples(0, 0, SAMPLES.length, 1, 0, (int[]) null)) + " drawn " + Arrays.toString(drawn);
            }
        }
        throw new IllegalStateException("no reader of " + reader);
    }

    static boolean found(String name, String seen, String expected) {
        System.out.printf("%-30s %s%n", name, seen);
        return seen.equals(expected);
    }

    public static void main(String[] arguments) throws IOException {
        System.out.printf("%-30s %s%n", "in the file", Arrays.toString(SAMPLES));
        boolean asFound = found("Java", read("com.sun", 1), "[0, 3857, 16388, 53996, 64015, 65535] drawn [0, 248, 3, 118, 208, 255]")
                & found("TwelveMonkeys", read("com.twelvemonkeys", 1), "[0, 241, 1024, 3374, 4000, 4095] drawn [0, 69, 137, 234, 252, 255]")
                & found("TwelveMonkeys, 0 is white", read("com.twelvemonkeys", 0),
                        "[65535, 65294, 64511, 62161, 61535, 61440] drawn [255, 248, 225, 116, 42, 0]");
        System.exit(asFound ? 0 : 1);
    }
}
J
if java -Djava.awt.headless=true -cp "$folder/*" "$folder/TwelveBits.java"; then
    echo "As found: Java gives 16 bits under a colour model of 12, TwelveMonkeys inverts at 16 bits."
else
    echo "This has changed." >&2
    exit 1
fi
