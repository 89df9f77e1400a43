/** Where backups are kept. */
@NullMarked
package org.mkbackup.domain.target;

import org.jspecify.annotations.NullMarked;
