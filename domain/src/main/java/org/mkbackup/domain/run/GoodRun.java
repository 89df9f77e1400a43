package org.mkbackup.domain.run;

import java.time.Instant;

/**
 * What is remembered of a good run of a backup when others have come after it.
 *
 * @param size of what it stored, in bytes
 */
public record GoodRun(Instant finished, long size) {}
