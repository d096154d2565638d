package dev.plankton.gateway;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Paths that try to leave their folder, or to mean another one, in many spellings. */
final class HostilePaths {
    private static final List<String> STARTS =
            List.of("/reports/%s/", "/reports/", "/predictions/%s/", "/assets/", "/");

    /** One folder up, written so that one of two servers may not see it. */
    private static final List<String> UP = List.of(
            "../",
            "..%2f",
            "%2e%2e/",
            "%2e%2e%2f",
            ".%2e/",
            "%2E./",
            "..%5c",
            "..\\",
            "%2e%2e\\",
            "..\\/",
            "..%5C/",
            "..%255c",
            "%252e%252e/",
            "%25252e%25252e%25252f",
            "..%252f",
            "..;/",
            "..;a=b/",
            "..%3b/",
            "..%00/",
            "%00../",
            "..%0d%0a/",
            "..%09/",
            "..%20/",
            "../%2e%2e/../",
            "./.././",
            "....//",
            "...//..//",
            ".//..//",
            "..%c0%af",
            "%c0%ae%c0%ae/",
            "%e0%80%ae%e0%80%ae/",
            "%f0%80%80%ae%f0%80%80%ae%f0%80%80%af",
            "%c0%2e%c0%2e/",
            "%c1%9c..%c1%9c",
            "%u002e%u002e/",
            "%u2216..%u2215",
            "%ef%bc%8e%ef%bc%8e/",
            "..%ef%bc%8f",
            "..%ef%bc%bc",
            "%e2%80%a5/",
            "%e2%80%a4%e2%80%a4/",
            "..%e2%88%95",
            "..%e2%81%84",
            "\uFF0E\uFF0E/",
            "..\uFF0F",
            "..\u2215",
            "..%ff/",
            "..%fe%ff/",
            "%2%65%2%65/",
            "..%",
            "..%2",
            "..%zz/");

    private static final List<String> TARGETS = List.of(
            "artifacts/secret", "etc/passwd", "api/workflow", "reports/0123456789abcdef/index.html%00", "index.html;x");

    /** Other ways to name something that is not to be served. */
    private static final List<String> OTHERS = List.of(
            "/reports//artifacts/secret",
            "/reports/x/../../artifacts/secret",
            "//artifacts/secret",
            "///etc/passwd",
            "//127.0.0.1/artifacts/secret",
            "/\\\\127.0.0.1\\share\\secret",
            "/%5c%5c127.0.0.1%5cshare%5csecret",
            "//?/C:/Windows/win.ini",
            "/\\\\.\\C:\\Windows\\win.ini",
            "/C:\\Windows\\win.ini",
            "/C:%5cWindows%5cwin.ini",
            "/file:///etc/passwd",
            "/file:%2f%2f/etc/passwd",
            "/%2fetc%2fpasswd",
            "/reports/%s/%2fetc%2fpasswd",
            "/reports/%s/C:/Windows/win.ini",
            "/reports/%s/index.html::$DATA",
            "/reports/%s/index.html%20",
            "/reports/%s/index.html.",
            "/reports/%s/INDEX.HTML",
            "/reports/%s/index.html/",
            "/reports/%s/index.html%0a",
            "/reports/%s/index.html;jsessionid=1",
            "/reports/%s;/index.html",
            "/reports;x=y/%s/index.html",
            "/reports/%s/.htaccess",
            "/reports/%s/.git/config",
            "/reports/%s/secret?file=../../artifacts/secret",
            "/reports/%s/secret?/../../artifacts/secret",
            "/reports/%s/%3f/../../artifacts/secret",
            "/reports/%s/%23/../../artifacts/secret",
            "/reports/%s/*",
            "/reports/*/index.html",
            "/reports/latest/../../artifacts/secret",
            "/reports/latest/artifacts/secret",
            "/reports/0123456789ABCDEF/index.html",
            "/reports/0123456789abcde/index.html",
            "/reports/0123456789abcdef0/index.html",
            "/reports/' or '1'='1/",
            "/reports/'%20or%20'1'='1/",
            "/reports/11111111-2222-3333-4444-555555555555'--/",
            "/reports/%7b%7b7*7%7d%7d/",
            "/reports/${jndi:ldap:x}/",
            "/predictions/latest/",
            "/api/../artifacts/secret",
            "/api/..;/artifacts/secret",
            "/api/%2e%2e/artifacts/secret",
            "/api;/workflow",
            "/api%2fworkflow",
            "/api/workflow%00",
            "/api//workflow",
            "/API/../api/workflow",
            "/context.js%00.html",
            "/context.js;.html",
            "/assets/app.js%00.png",
            "/assets/app.js;.png",
            "/assets/%2e/app.js",
            "/assets/./app.js",
            "/assets//app.js",
            "/assets\\app.js",
            "/.env",
            "/.git/config",
            "/%2eenv",
            "/~root/.ssh/id_rsa",
            "http://127.0.0.1/../artifacts/secret",
            "http://127.0.0.1/reports/..%2fartifacts/secret",
            "http://127.0.0.1//etc/passwd");

    private static final int LONG = 3_000;

    private HostilePaths() {}

    /** @param page the folder of a report that exists */
    static Set<String> all(String page) {
        Set<String> paths = new LinkedHashSet<>();
        for (String start : STARTS) {
            for (String up : UP) {
                for (String target : TARGETS) {
                    paths.add(start.replace("%s", page) + up + target);
                }
            }
        }
        OTHERS.forEach(path -> paths.add(path.replace("%s", page)));
        paths.add("/reports/%s/".formatted(page) + "../".repeat(LONG / 3) + "etc/passwd");
        paths.add("/reports/%s/".formatted(page) + "a/".repeat(LONG / 2) + "index.html");
        paths.add("/" + "a".repeat(LONG));
        paths.add("/" + "%41".repeat(LONG / 3));
        return paths;
    }
}
