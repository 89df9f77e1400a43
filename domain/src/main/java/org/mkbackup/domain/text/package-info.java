/** Names and texts whose bytes matter. */
@NullMarked
package org.mkbackup.domain.text;

import org.jspecify.annotations.NullMarked;
