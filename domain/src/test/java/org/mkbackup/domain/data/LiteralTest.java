package org.mkbackup.domain.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LiteralTest {

  @Property(tries = 200)
  void aDictionaryKeepsTheOrderInWhichItIsFilled(@ForAll List<String> names) {
    Literal.Dict dict = Literal.Dict.EMPTY;
    for (String name : names) {
      dict = dict.with(name, Literal.text(name));
    }
    assertEquals(names.stream().distinct().toList(), dict.keys());
    for (String name : Set.copyOf(names)) {
      assertEquals(Optional.of(Literal.text(name)), dict.get(name));
      dict = dict.without(name);
      assertEquals(Optional.empty(), dict.get(name));
    }
    assertEquals(Literal.Dict.EMPTY, dict);
  }

  @Test
  void aChangedKeyKeepsItsPlaceAndTheOldDictionaryItsValue() {
    Literal.Dict before =
        Literal.Dict.EMPTY.with("a", Literal.integer(1)).with("b", Literal.integer(2));
    Literal.Dict after = before.with("a", Literal.integer(3));
    assertEquals(List.of("a", "b"), after.keys());
    assertEquals(Optional.of(Literal.integer(1)), before.get("a"));
  }

  @Test
  void keysOfOtherKindsAreKeptAside() {
    Map<Literal, Literal> entries = new LinkedHashMap<>();
    entries.put(Literal.integer(1), Literal.none());
    entries.put(Literal.text("a"), Literal.none());
    Literal.Dict dict = new Literal.Dict(entries).with("b", Literal.none());
    assertEquals(List.of("a", "b"), dict.keys());
    assertEquals(3, dict.entries().size());
  }

  @Test
  void nothingIsChangedFromOutside() {
    List<Literal> items = new ArrayList<>(List.of(Literal.none()));
    Map<Literal, Literal> entries = new LinkedHashMap<>(Map.of(Literal.none(), Literal.none()));
    Literal.Sequence list = new Literal.Sequence(items);
    Literal.Dict dict = new Literal.Dict(entries);
    items.clear();
    entries.clear();
    assertEquals(1, list.items().size());
    assertEquals(1, dict.entries().size());
    assertThrows(UnsupportedOperationException.class, () -> list.items().clear());
    assertThrows(UnsupportedOperationException.class, () -> dict.entries().clear());
  }

  @Test
  void bytesAreBytes() {
    assertEquals("\u00ff", new Literal.Bytes("\u00ff").latin1());
    assertThrows(IllegalArgumentException.class, () -> new Literal.Bytes("\u0100"));
  }
}
