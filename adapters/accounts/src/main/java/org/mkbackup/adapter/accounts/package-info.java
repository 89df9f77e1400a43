/** Users, groups, the mount table and mounts, by the system's own commands. */
@NullMarked
package org.mkbackup.adapter.accounts;

import org.jspecify.annotations.NullMarked;
