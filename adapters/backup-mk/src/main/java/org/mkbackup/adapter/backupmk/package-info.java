/**
 * Jobs, targets and keys as Checkmk keeps them: Python literals in {@code backup.mk} and others.
 */
@NullMarked
package org.mkbackup.adapter.backupmk;

import org.jspecify.annotations.NullMarked;
