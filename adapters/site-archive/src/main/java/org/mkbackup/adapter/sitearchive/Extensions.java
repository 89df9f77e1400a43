package org.mkbackup.adapter.sitearchive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stood before a member and says more of it than its header can. */
final class Extensions {
  /* In all: no honest archive has more than a few records for all members. */
  private static final int LONGEST_GLOBAL = 1024 * 1024;

  private final Map<String, String> global = new HashMap<>();
  private int globalLength;
  private Optional<Map<String, String>> pax = Optional.empty();
  private Optional<String> longName = Optional.empty();
  private Optional<String> longLink = Optional.empty();

  static boolean isExtension(char flag) {
    return flag == TarFormat.PAX_RECORDS
        || flag == TarFormat.GLOBAL_PAX_RECORDS
        || flag == TarFormat.GNU_LONG_NAME
        || flag == TarFormat.GNU_LONG_LINK;
  }

  void add(char flag, String raw) {
    switch (flag) {
      case TarFormat.GLOBAL_PAX_RECORDS -> addGlobal(raw);
      case TarFormat.GNU_LONG_NAME -> longName = once(longName, untilNul(raw));
      case TarFormat.GNU_LONG_LINK -> longLink = once(longLink, untilNul(raw));
      default -> pax = once(pax, PaxReader.read(raw));
    }
  }

  private void addGlobal(String raw) {
    globalLength += raw.length();
    if (globalLength > LONGEST_GLOBAL) {
      throw Damage.refused(
          "its records for all members have more than " + LONGEST_GLOBAL + " bytes");
    }
    global.putAll(PaxReader.read(raw));
  }

  String name(HeaderReader header) {
    return record("path").or(() -> longName).orElseGet(header::name);
  }

  String link(HeaderReader header) {
    return record("linkpath").or(() -> longLink).orElseGet(header::link);
  }

  /** A record of the member at hand, or one for all; an empty one takes another back. */
  Optional<String> record(String key) {
    String own = pax.map(records -> records.get(key)).orElse(null);
    return Optional.ofNullable(own == null ? global.get(key) : own).filter(s -> !s.isEmpty());
  }

  /** The extended attributes of the member at hand. */
  List<ExtendedAttribute> attributes() {
    if (pax.isEmpty()) {
      return List.of();
    }
    List<ExtendedAttribute> attributes = new ArrayList<>();
    pax.get()
        .forEach(
            (key, value) ->
                AttributeKey.name(key)
                    .ifPresent(name -> attributes.add(new ExtendedAttribute(name, value))));
    return attributes;
  }

  /** To be called when the member that they are for has been read. */
  void forget() {
    pax = Optional.empty();
    longName = Optional.empty();
    longLink = Optional.empty();
  }

  void checkNonePending() {
    if (pax.isPresent() || longName.isPresent() || longLink.isPresent()) {
      throw Damage.damaged("an extended header at its end belongs to no member");
    }
  }

  private static <T> Optional<T> once(Optional<T> before, T value) {
    if (before.isPresent()) {
      throw Damage.damaged("a member has two extended headers of a kind");
    }
    return Optional.of(value);
  }

  private static String untilNul(String raw) {
    int end = raw.indexOf('\0');
    return end < 0 ? raw : raw.substring(0, end);
  }
}
