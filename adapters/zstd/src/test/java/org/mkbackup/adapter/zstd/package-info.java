@NullMarked
package org.mkbackup.adapter.zstd;

import org.jspecify.annotations.NullMarked;
