/** The terminal, the standard streams and signals. */
@NullMarked
package org.mkbackup.launcher.console;

import org.jspecify.annotations.NullMarked;
