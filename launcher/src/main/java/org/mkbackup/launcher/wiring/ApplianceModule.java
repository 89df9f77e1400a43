package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
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

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.addOnce(
        Appliance.class,
        from -> {
          Appliance.Factory factory = from.get(Appliance.Factory.class);
          Settings settings = from.get(Settings.class);
          return factory.create(settings.appliance());
        });
    recipes.add(
        ApplianceParts.class,
        from ->
            new ApplianceParts(
                from.get(Appliance.class),
                new Sites(host),
                from.get(SiteEngines.class),
                from.get(SystemArchiver.class),
                from.get(SiteArchiver.class),
                from.get(RecoverSite.class)));
    recipes.add(
        BackUpAppliance.class,
        from ->
            new BackUpAppliance(
                host,
                from.get(JobContext.class),
                from.get(JobRuns.class),
                from.get(BackupWriter.class),
                from.get(ApplianceParts.class)));
    recipes.add(
        ReplaceAppliance.class,
        from -> {
          Steps steps = from.get(Steps.class);
          return new ReplaceAppliance(
              host,
              from.get(JobContext.class),
              from.get(ApplianceParts.class),
              new ReplaceAppliance.SiteSteps(
                  steps.control(),
                  steps.accounts(),
                  new BringBackSite(from.get(SiteEngines.class), steps)));
        });
    recipes.add(
        RestoreAppliance.class,
        from ->
            new RestoreAppliance(
                host,
                from.get(JobContext.class),
                from.get(RecordedRuns.class),
                from.get(StoredBackups.class),
                from.get(ApplianceParts.class),
                from.get(ReplaceAppliance.class)));
  }
}
