/**
 * Programs of others: scripts that bring a restored site up to date, and what the settings name.
 */
@NullMarked
package org.mkbackup.adapter.hooks;

import org.jspecify.annotations.NullMarked;
