package dev.plankton.network.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The pom.xml of the module whose tests run. */
public final class BuildFile {
    private static final XPath XPATH = XPathFactory.newInstance().newXPath();

    private BuildFile() {}

    /** The dependencies inside an element, as {@code artifact:classifier}. */
    public static List<String> dependencies(String parent) throws Exception {
        NodeList found = (NodeList) XPATH.evaluate(parent + "/dependencies/dependency", pom(), XPathConstants.NODESET);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            names.add(XPATH.evaluate("concat(artifactId, ':', classifier)", found.item(i)));
        }
        return names;
    }

    /** The text of an element. */
    public static String text(String path) throws Exception {
        return XPATH.evaluate(path, pom());
    }

    private static Document pom() throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
    }
}
