/** Managing keys. */
@NullMarked
package org.mkbackup.application.key;

import org.jspecify.annotations.NullMarked;
