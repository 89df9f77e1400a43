/** Tests with scripts in the place of omd, and with real processes. */
@NullMarked
package org.mkbackup.adapter.omd;

import org.jspecify.annotations.NullMarked;
