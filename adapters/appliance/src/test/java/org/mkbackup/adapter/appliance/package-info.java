/** A Checkmk Appliance, handled with its own commands. */
@NullMarked
package org.mkbackup.adapter.appliance;

import org.jspecify.annotations.NullMarked;
