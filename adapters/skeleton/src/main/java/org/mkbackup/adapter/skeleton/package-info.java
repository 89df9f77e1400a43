/** Conversion of skeleton files to another site name. */
@NullMarked
package org.mkbackup.adapter.skeleton;

import org.jspecify.annotations.NullMarked;
