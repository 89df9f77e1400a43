/** Tests of the contract kit: the twins pass the suites. */
@NullMarked
package org.mkbackup.contract;

import org.jspecify.annotations.NullMarked;
