package org.mkbackup.domain.backup;

/**
 * The list of an archive's members, in a file beside it.
 *
 * @param file with digests of its own, as an archive has them
 * @param count of its lines
 */
public record StoredMembers(StoredArchive file, long count) {}
