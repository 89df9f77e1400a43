/** The programs. */
@NullMarked
package org.mkbackup.launcher;

import org.jspecify.annotations.NullMarked;
