package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import org.mkbackup.application.appliance.ApplianceParts;
import org.mkbackup.application.appliance.BackUpAppliance;
import org.mkbackup.application.appliance.ReplaceAppliance;
import org.mkbackup.application.appliance.RestoreAppliance;
import org.mkbackup.application.job.BackupWriter;
import org.mkbackup.application.job.JobContext;
import org.mkbackup.application.job.JobRuns;
import org.mkbackup.application.job.RecordedRuns;
import org.mkbackup.application.job.Settings;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.site.BringBackSite;
import org.mkbackup.application.site.RecoverSite;
import org.mkbackup.application.site.SiteEngines;
import org.mkbackup.application.site.Sites;
import org.mkbackup.application.site.Steps;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.Appliance;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;

/** Backup and restore of the whole machine, where it is an appliance. */
final class ApplianceModule extends AbstractModule {
  private final Host host;

  ApplianceModule(Host host) {
    this.host = host;
  }

  @Provides
  @Singleton
  Appliance appliance(Appliance.Factory factory, Settings settings) {
    return factory.create(settings.appliance());
  }

  @Provides
  ApplianceParts parts(
      Appliance appliance,
      SiteEngines engines,
      SystemArchiver archiver,
      SiteArchiver siteArchiver,
      RecoverSite recover) {
    return new ApplianceParts(appliance, new Sites(host), engines, archiver, siteArchiver, recover);
  }

  @Provides
  BackUpAppliance backUpAppliance(
      JobContext context, JobRuns jobs, BackupWriter writer, ApplianceParts parts) {
    return new BackUpAppliance(host, context, jobs, writer, parts);
  }

  @Provides
  ReplaceAppliance replaceAppliance(
      JobContext context, ApplianceParts parts, SiteEngines engines, Steps steps) {
    return new ReplaceAppliance(
        host,
        context,
        parts,
        new ReplaceAppliance.SiteSteps(
            steps.control(), steps.accounts(), new BringBackSite(engines, steps)));
  }

  @Provides
  RestoreAppliance restoreAppliance(
      JobContext context,
      RecordedRuns runs,
      StoredBackups backups,
      ApplianceParts parts,
      ReplaceAppliance replace) {
    return new RestoreAppliance(host, context, runs, backups, parts, replace);
  }
}
