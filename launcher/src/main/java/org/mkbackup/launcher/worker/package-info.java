/** Child processes that work in a site with the rights of its user. */
@NullMarked
package org.mkbackup.launcher.worker;

import org.jspecify.annotations.NullMarked;
