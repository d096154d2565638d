package dev.plankton.demodata;

import java.io.IOException;
import java.nio.file.Path;

/** Command line: {@code <folder> [seed] [images]}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 1 || arguments.length > 3) {
            System.err.println("usage: <folder> [seed, default 1] [images, default " + DemoData.DEFAULT_IMAGES + "]");
            System.exit(2);
        }
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int images = arguments.length > 2 ? Integer.parseInt(arguments[2]) : DemoData.DEFAULT_IMAGES;
        DemoData.generate(Path.of(arguments[0]), seed, images);
    }
}
