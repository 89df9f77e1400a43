package org.mkbackup.application.site;

/** What archives and restores the sites of jobs. */
public enum SiteEngine {
  /** This program. */
  BUILTIN,
  /** The {@code omd} of the site's own version. */
  OMD,
  /** This program for the versions that it was made for, {@code omd} for others. */
  AUTO
}
