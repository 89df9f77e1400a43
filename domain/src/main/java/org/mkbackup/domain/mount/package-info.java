/** Network file systems that backups are kept on. */
@NullMarked
package org.mkbackup.domain.mount;

import org.jspecify.annotations.NullMarked;
