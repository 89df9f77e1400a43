/** The machine and the context that the program runs in, and how adapters are offered to it. */
@NullMarked
package org.mkbackup.domain.host;

import org.jspecify.annotations.NullMarked;
