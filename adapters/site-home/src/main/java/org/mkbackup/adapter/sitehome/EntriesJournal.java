package org.mkbackup.adapter.sitehome;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.mkbackup.adapter.sitehome.SwapArea.Locked;

/** What a swap of entries has to know after a kill. */
record EntriesJournal(boolean wasRunning, List<SwapArea> areas) {
  private static final String FORMAT = "mkbackup-entries-1";

  byte[] bytes() {
    JournalText text = new JournalText().line("format", FORMAT).line("running", wasRunning);
    for (SwapArea area : areas) {
      text.line("area", area.directory(), area.staged(), area.aside());
      state(text, "before", area.before());
      state(text, "after", area.after());
      area.left().forEach(name -> text.line("left", name));
      area.old().forEach(name -> text.line("old", name));
      area.arriving().forEach(name -> text.line("new", name));
      area.locked().forEach(locked -> text.line("locked", locked.name(), locked.mode()));
    }
    return text.bytes();
  }

  private static void state(JournalText text, String word, DirectoryState state) {
    Instant modified = state.modified().toInstant();
    text.line(word, state.mode(), modified.getEpochSecond(), modified.getNano());
  }

  static EntriesJournal of(List<List<String>> lines) {
    Iterator<List<String>> rest = lines.iterator();
    if (!rest.hasNext() || !rest.next().equals(List.of("format", FORMAT)) || !rest.hasNext()) {
      throw new IllegalArgumentException("it is of another program or version");
    }
    boolean wasRunning = Boolean.parseBoolean(rest.next().get(1));
    List<Reader> areas = new ArrayList<>();
    while (rest.hasNext()) {
      List<String> line = rest.next();
      if (line.get(0).equals("area")) {
        areas.add(new Reader(line));
      } else {
        areas.get(areas.size() - 1).add(line);
      }
    }
    return new EntriesJournal(wasRunning, areas.stream().map(Reader::area).toList());
  }

  /** Collects the lines of one area. */
  private static final class Reader {
    private final List<String> places;
    private final Map<String, DirectoryState> states = new LinkedHashMap<>();
    private final Map<String, NavigableSet<String>> names = new LinkedHashMap<>();
    private final List<Locked> locked = new ArrayList<>();

    Reader(List<String> places) {
      this.places = places;
    }

    void add(List<String> line) {
      String word = line.get(0);
      switch (word) {
        case "before", "after" -> states.put(word, state(line));
        case "left", "old", "new" ->
            names.computeIfAbsent(word, any -> new TreeSet<>()).add(line.get(1));
        case "locked" -> locked.add(new Locked(line.get(1), Integer.parseInt(line.get(2))));
        default -> throw new IllegalArgumentException("'" + word + "' is not known in it");
      }
    }

    private static DirectoryState state(List<String> line) {
      Instant modified =
          Instant.ofEpochSecond(Long.parseLong(line.get(2)), Long.parseLong(line.get(3)));
      return new DirectoryState(Integer.parseInt(line.get(1)), FileTime.from(modified));
    }

    SwapArea area() {
      return new SwapArea(
          places.get(1),
          places.get(2),
          places.get(3),
          state("before"),
          state("after"),
          names("left"),
          names("old"),
          names("new"),
          List.copyOf(locked));
    }

    private DirectoryState state(String word) {
      DirectoryState state = states.get(word);
      if (state == null) {
        throw new IllegalArgumentException("an area in it lacks '" + word + "'");
      }
      return state;
    }

    private NavigableSet<String> names(String word) {
      return names.getOrDefault(word, new TreeSet<>());
    }
  }
}
