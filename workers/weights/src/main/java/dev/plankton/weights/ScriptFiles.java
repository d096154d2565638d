package dev.plankton.weights;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A model that was wrapped for bundlers, as in the npm package nsfwjs. Each part is a minified CommonJS module that
 * exports it: {@code model.min.js} the model's JSON as an object literal, {@code <path>.min.js} a file of weights as a
 * base64 string.
 */
record ScriptFiles(SafeFolder folder) implements ModelFiles {
    static final String MODEL = "model.min.js";

    private static final String EXTENSION = ".min.js";
    private static final String EXPORTED_OBJECT = "exports={";
    private static final String EXPORTED_TEXT = "exports=\"";
    private static final Pattern FALSE = Pattern.compile("(?<=[:,\\[])!1(?=[],}])");
    private static final Pattern TRUE = Pattern.compile("(?<=[:,\\[])!0(?=[],}])");
    /** Base64 takes 4 characters for 3 bytes. */
    private static final int MOST_SCRIPT_BYTES = LayersModelFile.MOST_WEIGHT_BYTES / 3 * 4;

    @Override
    public String model() throws IOException {
        String script = script(MODEL, LayersModelFile.MOST_MODEL_BYTES);
        // The module's own wrapper says "exports:{" and "exports=a()" before.
        int start = script.indexOf(EXPORTED_OBJECT);
        if (start < 0) {
            throw new UnusableWeightsException("its %s exports no model".formatted(MODEL));
        }
        String literal = script.substring(start + EXPORTED_OBJECT.length() - 1);
        return TRUE.matcher(FALSE.matcher(literal).replaceAll("false")).replaceAll("true");
    }

    @Override
    public byte[] weights(String path) throws IOException {
        String name = path + EXTENSION;
        String script = script(name, MOST_SCRIPT_BYTES);
        int start = script.indexOf(EXPORTED_TEXT) + EXPORTED_TEXT.length();
        int end = script.indexOf('"', start);
        if (start < EXPORTED_TEXT.length() || end < 0) {
            throw new UnusableWeightsException("its %s exports no weights".formatted(Printable.text(name)));
        }
        try {
            return Base64.getDecoder().decode(script.substring(start, end));
        } catch (IllegalArgumentException e) {
            throw new UnusableWeightsException("its %s holds no base64".formatted(Printable.text(name)), e);
        }
    }

    private String script(String name, int most) throws IOException {
        return new String(folder.read(name, most), StandardCharsets.ISO_8859_1);
    }
}
