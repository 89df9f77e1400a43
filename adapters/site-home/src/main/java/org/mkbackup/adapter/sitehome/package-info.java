/** How a new tree grows beside a site's old one and takes its place. */
@NullMarked
package org.mkbackup.adapter.sitehome;

import org.jspecify.annotations.NullMarked;
