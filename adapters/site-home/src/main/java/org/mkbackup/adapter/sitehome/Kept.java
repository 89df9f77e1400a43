package org.mkbackup.adapter.sitehome;

/** What of a site's home is its own affair, and outlives a restore. */
final class Kept {
  /** The database that Checkmk keeps itself, and leaves out of archives. */
  static final String DATABASE = "var/clickhouse-server";

  /** Where a site's user stages, and where Checkmk keeps a lock. */
  static final String WORKING_DIRECTORY = ".restore_working_dir";

  /** The file system in memory; its content is never archived. */
  static final String TMP = "tmp";

  /** What the file system itself keeps at its top. */
  static final String LOST_AND_FOUND = "lost+found";

  private Kept() {}
}
