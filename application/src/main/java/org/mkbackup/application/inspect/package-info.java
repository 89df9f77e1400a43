/** Looking into backups: what is in them, whether they are good, single files of them. */
@NullMarked
package org.mkbackup.application.inspect;

import org.jspecify.annotations.NullMarked;
