/** Changing what is configured, one change at a time. */
@NullMarked
package org.mkbackup.application.configuration;

import org.jspecify.annotations.NullMarked;
