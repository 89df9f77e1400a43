/** Tests with Debian's rrdcached, and with one that misbehaves. */
@NullMarked
package org.mkbackup.adapter.rrdcached;

import org.jspecify.annotations.NullMarked;
