package org.mkbackup.application.site;

/** What is done where a change of the site's name meets a user's change: {@code --conflict}. */
public enum ConflictPolicy {
  INSTALL,
  KEEP_OLD,
  ABORT,
  /** Asks on the terminal; without one, the user's files are kept. */
  ASK
}
