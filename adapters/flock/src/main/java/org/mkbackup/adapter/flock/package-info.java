/**
 * Locks by {@code flock(2)}, called through JNA since Java's own file locks are of another kind.
 */
@NullMarked
package org.mkbackup.adapter.flock;

import org.jspecify.annotations.NullMarked;
