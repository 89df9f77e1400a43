/** How the jobs are doing. */
@NullMarked
package org.mkbackup.application.status;

import org.jspecify.annotations.NullMarked;
