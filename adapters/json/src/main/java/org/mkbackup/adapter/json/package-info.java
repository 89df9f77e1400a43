/** Manifests and state files in JSON, as Python's {@code json} module writes it. */
@NullMarked
package org.mkbackup.adapter.json;

import org.jspecify.annotations.NullMarked;
