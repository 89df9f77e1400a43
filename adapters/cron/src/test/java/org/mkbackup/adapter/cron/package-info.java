/** Tests with files, and with the real cron. */
@NullMarked
package org.mkbackup.adapter.cron;

import org.jspecify.annotations.NullMarked;
