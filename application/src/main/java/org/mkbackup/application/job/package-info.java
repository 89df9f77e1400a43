/** Backups of jobs and what is done with them, as mkbackup does. */
@NullMarked
package org.mkbackup.application.job;

import org.jspecify.annotations.NullMarked;
