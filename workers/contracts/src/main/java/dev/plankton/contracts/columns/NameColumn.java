package dev.plankton.contracts.columns;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/** A list of texts that only grows and in which few texts occur many times; each is held once. */
public final class NameColumn extends AbstractList<String> implements RandomAccess {
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final IntColumn chosen = new IntColumn();

    @Override
    public boolean add(String name) {
        Integer place = places.get(name);
        if (place == null) {
            place = names.size();
            names.add(name);
            places.put(name, place);
        }
        chosen.add(place);
        return true;
    }

    @Override
    public String get(int index) {
        return names.get(chosen.get(index));
    }

    @Override
    public int size() {
        return chosen.size();
    }
}
