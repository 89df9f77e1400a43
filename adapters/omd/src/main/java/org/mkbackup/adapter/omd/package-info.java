/** Status, start and stop of sites by the omd command, and the end of their processes. */
@NullMarked
package org.mkbackup.adapter.omd;

import org.jspecify.annotations.NullMarked;
