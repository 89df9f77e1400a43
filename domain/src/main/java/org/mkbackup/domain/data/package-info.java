/** Untyped data, as configuration files hold it. */
@NullMarked
package org.mkbackup.domain.data;

import org.jspecify.annotations.NullMarked;
