/** Scripts that bring a restored site up to date. */
@NullMarked
package org.mkbackup.adapter.hooks;

import org.jspecify.annotations.NullMarked;
