/** A site as a tar stream, and a tar stream as a tree. */
@NullMarked
package org.mkbackup.adapter.sitearchive;

import org.jspecify.annotations.NullMarked;
