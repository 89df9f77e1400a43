package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import org.mkbackup.application.inspect.BackupMembers;
import org.mkbackup.application.inspect.CompareBackups;
import org.mkbackup.application.inspect.CurrentMembers;
import org.mkbackup.application.inspect.DescribeBackup;
import org.mkbackup.application.inspect.ExtractMembers;
import org.mkbackup.application.inspect.ListMembers;
import org.mkbackup.application.inspect.VerifyBackup;
import org.mkbackup.application.job.StoredBackups;
import org.mkbackup.application.site.SiteWork;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.MemberExtractor;
import org.mkbackup.domain.port.SiteArchiver;
import org.mkbackup.domain.port.SystemArchiver;

/** Looking into backups. */
final class InspectModule extends AbstractModule {
  private final Host host;

  InspectModule(Host host) {
    this.host = host;
  }

  @Override
  protected void configure() {
    Recipes recipes = new Recipes(binder());
    recipes.add(
        BackupMembers.class,
        from ->
            new BackupMembers(host, from.get(SiteArchiver.class), from.get(SystemArchiver.class)));
    recipes.add(DescribeBackup.class, from -> new DescribeBackup(from.get(StoredBackups.class)));
    recipes.add(
        VerifyBackup.class,
        from -> new VerifyBackup(from.get(StoredBackups.class), from.get(BackupMembers.class)));
    recipes.add(
        ListMembers.class,
        from -> new ListMembers(from.get(StoredBackups.class), from.get(BackupMembers.class)));
    recipes.add(
        CompareBackups.class,
        from ->
            new CompareBackups(
                from.get(StoredBackups.class),
                from.get(BackupMembers.class),
                new CurrentMembers(
                    host, from.get(SiteWork.class), from.get(SystemArchiver.class))));
    recipes.add(
        ExtractMembers.class,
        from ->
            new ExtractMembers(
                from.get(StoredBackups.class),
                from.get(BackupMembers.class),
                from.get(MemberExtractor.class)));
  }
}
