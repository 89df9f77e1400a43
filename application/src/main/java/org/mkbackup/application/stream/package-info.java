/** Streams that count, check and peek. */
@NullMarked
package org.mkbackup.application.stream;

import org.jspecify.annotations.NullMarked;
