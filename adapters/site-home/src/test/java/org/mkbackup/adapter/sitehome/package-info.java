/** Tests of the staged trees and their swaps. */
@NullMarked
package org.mkbackup.adapter.sitehome;

import org.jspecify.annotations.NullMarked;
