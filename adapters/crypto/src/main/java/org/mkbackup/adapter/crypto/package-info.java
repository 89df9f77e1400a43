/** Seals and opens archives in container version 2, and makes and reads the keys for it. */
@NullMarked
package org.mkbackup.adapter.crypto;

import org.jspecify.annotations.NullMarked;
