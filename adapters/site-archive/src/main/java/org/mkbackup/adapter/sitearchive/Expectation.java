package org.mkbackup.adapter.sitearchive;

import java.util.Optional;

/** What is asked of the members of an archive, beside what is asked of those of any archive. */
interface Expectation {

  /** Looks at a member before it is made; false if it is to be passed over. */
  boolean takes(String below, Member member);

  /** When all have come: one that is to be made although it didn't come. */
  Optional<Member> missing();
}
