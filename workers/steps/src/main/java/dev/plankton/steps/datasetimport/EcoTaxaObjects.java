package dev.plankton.steps.datasetimport;

import dev.plankton.contracts.BadInputException;
import dev.plankton.steps.datasetimport.EcoTaxaObject.Annotation;
import dev.plankton.steps.datasetimport.EcoTaxaObject.RankedImage;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Collects what EcoTaxa's tables say about objects and their images. An object is the same in all rows with the same
 * {@code objid}; without that column, with the same sample and object_id; without a sample either, only within one
 * table, because object_id is unique in a project and an upload may hold several.
 */
final class EcoTaxaObjects {
    private static final Pattern RANK = Pattern.compile("(\\d{1,6})([.,]0*)?");

    private static final String TABLE = "table ";

    private record Key(String scope, String id) {
        /** Whether nothing tells if an object of the same name in another table is the same. */
        boolean onlyInItsTable() {
            return scope.startsWith(TABLE);
        }
    }

    private final EcoTaxaImages there;
    private final Map<Key, EcoTaxaObject> objects = new LinkedHashMap<>();
    private final Map<String, EcoTaxaObject> owners = new HashMap<>();
    private final SortedMap<String, SortedSet<String>> numbers = new TreeMap<>();
    /** Each once, because most rows give the same. */
    private final Map<PixelSize, PixelSize> pixelSizes = new HashMap<>();

    private String table = "";
    private String folder = "";
    private long repeated;

    EcoTaxaObjects(EcoTaxaImages there) {
        this.there = there;
    }

    /** Must be called before each table is read. */
    void begin(UploadPath path) {
        table = path.toString();
        folder = table.substring(0, table.lastIndexOf('/') + 1);
    }

    void take(TableRow row) {
        String id = row.cell("object_id");
        if (id.isBlank()) {
            throw row.refusal("the object_id is blank");
        }
        Annotation said = new Annotation(
                id,
                row.find("object_annotation_status")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .intern(),
                category(row).intern());
        Key key = key(row, id);
        EcoTaxaObject object = objects.getOrDefault(key, new EcoTaxaObject(said));
        RankedImage image = image(row, id, object);
        Optional<EcoTaxaObject> owner = image.path().map(owners::get).filter(other -> other != object);
        if (owner.isPresent()) {
            if (!key.onlyInItsTable() || !owner.get().annotation().equals(said)) {
                throw contradiction(owner.get(), said, image);
            }
            repeated++;
        } else {
            objects.putIfAbsent(key, object);
            image.path().ifPresent(path -> owners.put(path, object));
            repeated += object.add(said, image) ? 0 : 1;
        }
    }

    private Key key(TableRow row, String id) {
        return row.find("objid")
                .filter(objid -> !objid.isBlank())
                .map(objid -> new Key("objid", objid))
                .or(() -> row.find("sample_id")
                        .filter(sample -> !sample.isBlank())
                        .map(sample -> new Key("sample " + sample, id)))
                .orElseGet(() -> new Key(TABLE + table, id));
    }

    /** EcoTaxa knows a category by its name or by its number; the number alone is a name as good as any. */
    private String category(TableRow row) {
        String name =
                Normalizer.normalize(row.find("object_annotation_category").orElse(""), Normalizer.Form.NFC);
        String number = row.find("object_annotation_category_id").orElse("");
        if (name.isBlank()) {
            return number;
        }
        if (!number.isBlank()) {
            numbers.computeIfAbsent(name, unused -> new TreeSet<>()).add(number);
        }
        return name;
    }

    /** Names that stand for several categories, with their numbers: "egg (1, 2)". */
    List<String> ambiguous() {
        return numbers.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> "%s (%s)".formatted(entry.getKey(), String.join(", ", entry.getValue())))
                .toList();
    }

    private RankedImage image(TableRow row, String id, EcoTaxaObject object) {
        String name = row.cell("img_file_name");
        String written = row.find("img_rank").orElse("");
        String shown = written.isBlank() ? "0" : written;
        if (!RANK.matcher(shown).matches()) {
            throw row.refusal("the img_rank '%s' is not a whole number".formatted(written));
        }
        String rank = RANK.matcher(shown).replaceFirst("$1");
        List<String> stems = Stream.of(row.find("objid").orElse(""), id)
                .filter(stem -> !stem.isBlank())
                .map(stem -> stem + "_" + rank)
                .toList();
        Optional<String> path = there.find(folder, name, stems);
        return new RankedImage(
                name,
                path,
                written.isBlank() ? rank(object, name, path) : Integer.parseInt(rank),
                row.place(),
                PixelSize.of(row).map(size -> pixelSizes.computeIfAbsent(size, unused -> size)));
    }

    /** Without ranks an object's images count in the order of the rows, as in EcoTaxa. */
    private static int rank(EcoTaxaObject object, String name, Optional<String> path) {
        return object.images().stream()
                .filter(image -> path.isPresent()
                        ? image.path().equals(path)
                        : image.name().equals(name))
                .mapToInt(RankedImage::rank)
                .findFirst()
                .orElseGet(object::nextRank);
    }

    /** An image shows one object. */
    private static BadInputException contradiction(EcoTaxaObject owner, Annotation said, RankedImage image) {
        return new BadInputException(
                "The image %s belongs to two objects: to '%s', %s (%s), and to '%s', %s (%s); correct the tables and upload them again."
                        .formatted(
                                UploadPath.printable(image.path().orElse(image.name())),
                                UploadPath.printable(owner.annotation().objectId()),
                                UploadPath.printable(EcoTaxaObject.words(owner.annotation())),
                                owner.images().getFirst().place(),
                                UploadPath.printable(said.objectId()),
                                UploadPath.printable(EcoTaxaObject.words(said)),
                                image.place()));
    }

    Collection<EcoTaxaObject> all() {
        return objects.values();
    }

    /** Rows that stood there before and were counted once. */
    long repeated() {
        return repeated;
    }
}
