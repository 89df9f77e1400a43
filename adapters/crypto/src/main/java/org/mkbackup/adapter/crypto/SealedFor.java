package org.mkbackup.adapter.crypto;

import com.exceptionfactory.jagged.RecipientStanza;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mkbackup.domain.failure.OneLine;

/** Whom an age file is sealed for, as far as its header says so, for people. */
final class SealedFor {
  private static final int MOST_NAMED = 5;
  private static final int MOST_SHOWN = 24;

  /** Their stanzas name the key; those of the others name nobody. */
  private static final Set<String> NAMED = Set.of(SshKey.RSA, SshKey.ED25519);

  private final List<String> names = new ArrayList<>();
  private int more;

  /** Takes down the stanzas of a header, and gives them back. */
  Iterable<RecipientStanza> note(Iterable<RecipientStanza> stanzas) {
    for (RecipientStanza stanza : stanzas) {
      if (names.size() == MOST_NAMED) {
        more++;
      } else {
        names.add(name(stanza));
      }
    }
    return stanzas;
  }

  private static String name(RecipientStanza stanza) {
    List<String> arguments = new ArrayList<>();
    stanza.getArguments().forEach(arguments::add);
    return NAMED.contains(stanza.getType()) && !arguments.isEmpty()
        ? stanza.getType() + " " + shown(arguments.get(0))
        : shown(stanza.getType());
  }

  private static String shown(String text) {
    return OneLine.beginning(text, MOST_SHOWN);
  }

  @Override
  public String toString() {
    return String.join(", ", names) + (more > 0 ? " and " + more + " more" : "");
  }
}
