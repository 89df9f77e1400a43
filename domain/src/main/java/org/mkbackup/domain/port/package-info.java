/** What the application asks of the outside. The Javadoc here is the specification. */
@NullMarked
package org.mkbackup.domain.port;

import org.jspecify.annotations.NullMarked;
