package org.mkbackup.launcher.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
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

  @Provides
  BackupMembers members(SiteArchiver sites, SystemArchiver system) {
    return new BackupMembers(host, sites, system);
  }

  @Provides
  DescribeBackup describeBackup(StoredBackups backups) {
    return new DescribeBackup(backups);
  }

  @Provides
  VerifyBackup verifyBackup(StoredBackups backups, BackupMembers members) {
    return new VerifyBackup(backups, members);
  }

  @Provides
  ListMembers listMembers(StoredBackups backups, BackupMembers members) {
    return new ListMembers(backups, members);
  }

  @Provides
  CompareBackups compareBackups(
      StoredBackups backups, BackupMembers members, SiteWork work, SystemArchiver system) {
    return new CompareBackups(backups, members, new CurrentMembers(host, work, system));
  }

  @Provides
  ExtractMembers extractMembers(
      StoredBackups backups, BackupMembers members, MemberExtractor extractor) {
    return new ExtractMembers(backups, members, extractor);
  }
}
