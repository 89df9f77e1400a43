/** Compression with ISA-L, the system's library or the one in the distribution. */
@NullMarked
package org.mkbackup.adapter.isal;

import org.jspecify.annotations.NullMarked;
