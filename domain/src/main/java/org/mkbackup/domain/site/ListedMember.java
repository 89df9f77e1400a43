package org.mkbackup.domain.site;

import java.util.Optional;

/**
 * A member of an archive as the list of its members has it.
 *
 * @param sha256 of a file's content as it is in the archive, lower-case hexadecimal; empty for all
 *     but files, and where it wasn't asked for
 */
public record ListedMember(ArchiveMember member, Optional<String> sha256) {}
