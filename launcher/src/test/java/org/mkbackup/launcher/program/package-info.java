/** The built program, run as users run it. */
@NullMarked
package org.mkbackup.launcher.program;

import org.jspecify.annotations.NullMarked;
