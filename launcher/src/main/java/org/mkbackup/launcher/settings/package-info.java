/** Settings beyond Checkmk's own files. */
@NullMarked
package org.mkbackup.launcher.settings;

import org.jspecify.annotations.NullMarked;
