/** Programs that the settings name, which are told of runs. */
@NullMarked
package org.mkbackup.application.hook;

import org.jspecify.annotations.NullMarked;
