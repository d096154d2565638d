package dev.plankton.demodata.families;

import dev.plankton.demodata.sketch.Family;
import java.util.List;

/** All families, the commonest first. */
public final class Families {
    private Families() {}

    public static List<Family> all() {
        return List.of(
                new Detritus(),
                new Calanoida(),
                new Chaetoceros(),
                new Cyclopoida(),
                new Egg(),
                new Radiolaria(),
                new Appendicularia(),
                new Trichodesmium(),
                new CopepodWithEggs(),
                new Noctiluca(),
                new FecalPellet(),
                new Medusa(),
                new Limacina(),
                new Rhizosolenia(),
                new Chaetognatha(),
                new Pluteus(),
                new Ostracoda(),
                new Siphonophora(),
                new Euphausiacea(),
                new FishLarva());
    }
}
