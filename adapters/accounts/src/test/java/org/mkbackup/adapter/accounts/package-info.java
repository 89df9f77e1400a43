/** Tests of accounts, the mount table and mounts, where possible with real ones. */
@NullMarked
package org.mkbackup.adapter.accounts;

import org.jspecify.annotations.NullMarked;
