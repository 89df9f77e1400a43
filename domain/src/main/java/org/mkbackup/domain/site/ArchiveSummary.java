package org.mkbackup.domain.site;

/**
 * What went into an archive or came out of one.
 *
 * @param members tar members, directories and links included
 * @param contentBytes the sum of all file contents
 */
public record ArchiveSummary(long members, long contentBytes) {}
