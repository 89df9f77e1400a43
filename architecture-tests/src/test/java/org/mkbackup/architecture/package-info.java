/** The rules of the house, and proof that each of them is able to fail. */
@NullMarked
package org.mkbackup.architecture;

import org.jspecify.annotations.NullMarked;
