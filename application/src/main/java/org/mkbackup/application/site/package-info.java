/** Archiving and restoring one site, as omd backup and omd restore do. */
@NullMarked
package org.mkbackup.application.site;

import org.jspecify.annotations.NullMarked;
