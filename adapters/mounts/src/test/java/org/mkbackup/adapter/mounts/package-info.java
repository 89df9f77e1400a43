/** Tests of the mounts adapter. */
@NullMarked
package org.mkbackup.adapter.mounts;

import org.jspecify.annotations.NullMarked;
