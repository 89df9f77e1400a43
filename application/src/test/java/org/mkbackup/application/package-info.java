/** What the tests of the use cases share. */
@NullMarked
package org.mkbackup.application;

import org.jspecify.annotations.NullMarked;
