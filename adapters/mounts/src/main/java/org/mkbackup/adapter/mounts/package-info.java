/** Network file systems, mounted and unmounted by the system's own commands. */
@NullMarked
package org.mkbackup.adapter.mounts;

import org.jspecify.annotations.NullMarked;
