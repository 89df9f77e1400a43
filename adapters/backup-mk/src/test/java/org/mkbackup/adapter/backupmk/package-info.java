/** Tests of the backup.mk adapter, some of them against the real Python. */
@NullMarked
package org.mkbackup.adapter.backupmk;

import org.jspecify.annotations.NullMarked;
