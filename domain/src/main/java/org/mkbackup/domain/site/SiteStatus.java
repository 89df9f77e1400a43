package org.mkbackup.domain.site;

/** What {@code omd status} says of a site. */
public enum SiteStatus {
  RUNNING,
  STOPPED,
  PARTLY_RUNNING
}
