/** Finds the adapters and puts the program together. */
@NullMarked
package org.mkbackup.launcher.wiring;

import org.jspecify.annotations.NullMarked;
