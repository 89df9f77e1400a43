/** Consistent copies of SQLite databases, by SQLite's backup API. */
@NullMarked
package org.mkbackup.adapter.sqlitehistory;

import org.jspecify.annotations.NullMarked;
