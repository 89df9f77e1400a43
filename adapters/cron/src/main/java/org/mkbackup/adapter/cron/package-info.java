/** The table by which cron runs the jobs of a context. */
@NullMarked
package org.mkbackup.adapter.cron;

import org.jspecify.annotations.NullMarked;
