package org.mkbackup.application.job;

import org.mkbackup.domain.port.JobRepository;
import org.mkbackup.domain.port.ManifestFormat;

/** What runs look up: jobs and stray settings, targets and keys, and how manifests are written. */
public record Books(
    JobRepository jobs,
    StraySettings strays,
    Targets targets,
    SealingKeys keys,
    ManifestFormat manifests) {}
