/** The log file of a site. */
@NullMarked
package org.mkbackup.adapter.logfile;

import org.jspecify.annotations.NullMarked;
