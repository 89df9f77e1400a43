package org.mkbackup.domain.host;

/** Whose backups are managed: one site's, by its own user, or the whole appliance's, by root. */
public enum Context {
  SITE,
  SYSTEM
}
