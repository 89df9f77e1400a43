/** A whole Checkmk Appliance, beside its sites. */
@NullMarked
package org.mkbackup.domain.appliance;

import org.jspecify.annotations.NullMarked;
