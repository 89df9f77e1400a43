/** A monitoring site, its tree and its archive. */
@NullMarked
package org.mkbackup.domain.site;

import org.jspecify.annotations.NullMarked;
