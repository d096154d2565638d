package dev.plankton.network.pytorch;

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

/** No other test here notices if the build for cards lacks one of its parts, because it needs a card. */
class BuildProfilesTest {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    @Test
    void aCardNeedsTheBuildForCardsAndTheBindingsOfCuda() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='pytorch-cuda']"))
                .containsExactlyInAnyOrder("pytorch:linux-x86_64-gpu", "cuda:", "cuda:linux-x86_64");
    }

    /** JavaCPP would take whichever of two builds comes first on the class path. */
    @Test
    void eachBuildIsInItsOwnProfileOnly() throws Exception {
        assertThat(dependencies("/project/profiles/profile[id='cpu']")).containsExactly("pytorch:linux-x86_64");
        assertThat(dependencies("/project"))
                .contains("pytorch:", "openblas:linux-x86_64")
                .noneMatch(dependency -> dependency.startsWith("pytorch:linux") || dependency.startsWith("cuda"));
        assertThat(XPATH.evaluate("/project/profiles/profile[id='cpu']/activation/property/value", pom()))
                .isEqualTo("!pytorch-cuda");
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
