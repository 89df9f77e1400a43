package org.mkbackup.application.site;

import java.nio.file.Path;
import org.mkbackup.domain.site.ArchiveHead;
import org.mkbackup.domain.site.SiteName;

/**
 * A tree that is to become that of a site of another name.
 *
 * @param directory the unpacked tree
 * @param restored what it was unpacked from
 */
public record ConvertOrder(
    Path directory, ArchiveHead restored, SiteName to, ConflictPolicy conflicts) {}
