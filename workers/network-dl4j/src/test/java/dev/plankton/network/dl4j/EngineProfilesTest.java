package dev.plankton.network.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/**
 * No other test here notices if the build for cards lacks one of its parts, because they take 2.5 GB and need a card.
 */
class EngineProfilesTest {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @Test
    void aCardNeedsCudaItsLibrariesAndCudnn() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cuda']"))
                .containsExactlyInAnyOrder(
                        "nd4j-cuda-11.6:",
                        "nd4j-cuda-11.6:${dl4j.platform}-cudnn",
                        "cuda:${dl4j.platform}",
                        "cuda:${dl4j.platform}-redist");
    }

    /** With both engines on the class path, ND4J would silently use the CPU if it finds no card. */
    @Test
    void eachEngineIsInItsOwnProfileOnly() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cpu']"))
                .containsExactlyInAnyOrder("nd4j-native:", "nd4j-native:${dl4j.platform}-onednn");
        assertThat(dependencies("/project"))
                .contains("nd4j-api:")
                .noneMatch(dependency -> dependency.startsWith("nd4j-native:") || dependency.contains("cuda"));
        assertThat(XPATH.evaluate("/project/profiles/profile[id='cpu']/activation/property/value", pom()))
                .isEqualTo("!cuda");
    }

    /** As {@code artifact:classifier}. */
    private static List<String> dependencies(String parent) throws Exception {
        NodeList found = (NodeList) XPATH.evaluate(parent + "/dependencies/dependency", pom(), XPathConstants.NODESET);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            names.add(XPATH.evaluate("concat(artifactId, ':', classifier)", found.item(i)));
        }
        return names;
    }

    private static Document pom() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }
}
