/** Keys that seal backups, and the secrets that open them. */
@NullMarked
package org.mkbackup.domain.key;

import org.jspecify.annotations.NullMarked;
