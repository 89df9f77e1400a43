/** The system's log. */
@NullMarked
package org.mkbackup.adapter.syslog;

import org.jspecify.annotations.NullMarked;
