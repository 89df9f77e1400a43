@NullMarked
package org.mkbackup.adapter.isal;

import org.jspecify.annotations.NullMarked;
