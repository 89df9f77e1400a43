/** Tests with databases that other processes write to. */
@NullMarked
package org.mkbackup.adapter.sqlitehistory;

import org.jspecify.annotations.NullMarked;
