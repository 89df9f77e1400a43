package org.mkbackup.domain.failure;

/** What kind of thing failed. The launcher maps each to one exit code. */
public enum Category {
  USAGE,
  CONFIGURATION,
  TARGET,
  KEY,
  ARCHIVE,
  SITE,
  APPLIANCE,
  BUSY,
  /** A program that the settings name. */
  PROGRAM,
  /** Ended by a signal, or at the user's request. */
  STOPPED
}
