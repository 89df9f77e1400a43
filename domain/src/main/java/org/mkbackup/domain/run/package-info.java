/** A run of a backup or a restore. */
@NullMarked
package org.mkbackup.domain.run;

import org.jspecify.annotations.NullMarked;
