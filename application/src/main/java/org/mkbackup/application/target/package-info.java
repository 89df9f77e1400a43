/** Managing the targets that are configured. */
@NullMarked
package org.mkbackup.application.target;

import org.jspecify.annotations.NullMarked;
