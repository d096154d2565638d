package dev.plankton.gateway;

import java.util.ArrayList;
import java.util.List;

/** Paths that try to leave their folder, in many spellings. */
final class HostilePaths {
    private static final List<String> STARTS =
            List.of("/reports/%s/", "/reports/", "/predictions/%s/", "/assets/", "/");
    private static final List<String> UP =
            List.of("../", "..%2f", "%2e%2e/", "%2e%2e%2f", "..%5c", "..\\", "%252e%252e/", ".%2e/", "..;/", "..%00/");
    private static final List<String> TARGETS =
            List.of("artifacts/secret", "etc/passwd", "reports/0123456789abcdef/index.html%00", "index.html;x");

    private HostilePaths() {}

    /** @param page the folder of a report that exists */
    static List<String> all(String page) {
        List<String> paths = new ArrayList<>();
        for (String start : STARTS) {
            for (String up : UP) {
                for (String target : TARGETS) {
                    paths.add(start.formatted(page) + up + target);
                }
            }
        }
        paths.addAll(List.of("/reports//artifacts/secret", "/reports/x/../../artifacts/secret"));
        return paths;
    }
}
