/** Holds updates of RRD files at the socket of rrdcached. */
@NullMarked
package org.mkbackup.adapter.rrdcached;

import org.jspecify.annotations.NullMarked;
