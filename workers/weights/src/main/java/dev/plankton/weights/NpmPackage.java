package dev.plankton.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One version of a package of npm; its text is {@code npm:name@version}. */
record NpmPackage(String name, String version) {
    private static final String PREFIX = "npm:";
    private static final Pattern NAME = Pattern.compile("(?:@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*");
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?");
    private static final Pattern BOTH = Pattern.compile("npm:(%s)@(%s)".formatted(NAME, VERSION));
    /** Where the manifest may be, depending on how the package was unpacked. */
    private static final String[] MANIFESTS = {"package.json", "package/package.json"};

    private static final int MOST_MANIFEST_BYTES = 1 << 20;

    static boolean isMeant(String source) {
        return source.startsWith(PREFIX);
    }

    static NpmPackage parse(String source) {
        Matcher matcher = BOTH.matcher(source);
        if (!matcher.matches()) {
            throw new UnusableWeightsException("it is not npm:name@version with an exact version");
        }
        return new NpmPackage(matcher.group(1), matcher.group(2));
    }

    /** The package that was unpacked into the folder, if one was. */
    static Optional<NpmPackage> unpackedIn(Path folder) throws IOException {
        for (String manifest : MANIFESTS) {
            if (Files.isRegularFile(folder.resolve(manifest))) {
                return read(new SafeFolder(folder).read(manifest, MOST_MANIFEST_BYTES));
            }
        }
        return Optional.empty();
    }

    private static Optional<NpmPackage> read(byte[] manifest) throws IOException {
        try {
            var fields = JsonMapper.builder().build().readTree(manifest);
            String name = fields.path("name").asText();
            String version = fields.path("version").asText();
            return NAME.matcher(name).matches() && VERSION.matcher(version).matches()
                    ? Optional.of(new NpmPackage(name, version))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return PREFIX + name + "@" + version;
    }
}
