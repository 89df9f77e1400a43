/** A backup on a target and what is written about it. */
@NullMarked
package org.mkbackup.domain.backup;

import org.jspecify.annotations.NullMarked;
