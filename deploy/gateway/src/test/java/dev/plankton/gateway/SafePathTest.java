package dev.plankton.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafePathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/workflow/search",
                "/execution/8a1f4c1e-0d6f-4d0a-9d4b-3d0f3c1b2a11",
                "/assets/index-BE9ErGVf.js",
                "/workflowDef/plankton_embedding",
                "/api/metadata/workflow/a%20b"
            })
    void plainPathsAre(String path) {
        assertThat(SafePath.is(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "reports",
                "/..",
                "/../x",
                "/a/./b",
                "/a/..%20/b",
                "/a//b",
                "/a/%2e%2E/b",
                "/a%2fb",
                "/a%5Cb",
                "/a\\b",
                "/a;b=c",
                "/a%3bb",
                "/a%00",
                "/a%0d%0a",
                "/a%252e",
                "/a\u0000",
                "/a b",
                "/ä"
            })
    void pathsThatMeanSomethingElseAreNot(String path) {
        assertThat(SafePath.is(path)).isFalse();
    }
}
