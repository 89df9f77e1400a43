/** The network file systems that are configured. */
@NullMarked
package org.mkbackup.application.mount;

import org.jspecify.annotations.NullMarked;
