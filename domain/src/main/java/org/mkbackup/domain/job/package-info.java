/** What is backed up, when and where to. */
@NullMarked
package org.mkbackup.domain.job;

import org.jspecify.annotations.NullMarked;
