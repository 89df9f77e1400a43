package org.mkbackup.domain.site;

/** What the first member of a site archive tells: whose it is, and of which version. */
public record ArchiveHead(SiteName site, SiteVersion version) {}
