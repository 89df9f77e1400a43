/** What can go wrong, in words for the person who asked. */
@NullMarked
package org.mkbackup.domain.failure;

import org.jspecify.annotations.NullMarked;
