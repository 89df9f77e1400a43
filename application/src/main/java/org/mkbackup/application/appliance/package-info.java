/** Backup and restore of a whole appliance. */
@NullMarked
package org.mkbackup.application.appliance;

import org.jspecify.annotations.NullMarked;
