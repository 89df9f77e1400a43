/** The command lines. */
@NullMarked
package org.mkbackup.launcher.command;

import org.jspecify.annotations.NullMarked;
