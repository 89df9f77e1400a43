/** How a run is recorded and cleaned up after. */
@NullMarked
package org.mkbackup.application.run;

import org.jspecify.annotations.NullMarked;
