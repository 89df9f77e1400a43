/** Compresses with zstd and expands it, by zstd-jni. */
@NullMarked
package org.mkbackup.adapter.zstd;

import org.jspecify.annotations.NullMarked;
