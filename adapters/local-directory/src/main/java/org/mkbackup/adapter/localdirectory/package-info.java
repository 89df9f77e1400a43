/** Backups in a directory of the local file system, or of one that is mounted there. */
@NullMarked
package org.mkbackup.adapter.localdirectory;

import org.jspecify.annotations.NullMarked;
