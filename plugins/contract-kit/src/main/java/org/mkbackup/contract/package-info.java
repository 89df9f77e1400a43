/** Contract suites for the ports, and in-memory twins that pass them. */
@NullMarked
package org.mkbackup.contract;

import org.jspecify.annotations.NullMarked;
