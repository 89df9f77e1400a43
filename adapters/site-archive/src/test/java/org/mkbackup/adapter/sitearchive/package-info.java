/** Proves the archiver, with other programs that read and write the same formats. */
@NullMarked
package org.mkbackup.adapter.sitearchive;

import org.jspecify.annotations.NullMarked;
