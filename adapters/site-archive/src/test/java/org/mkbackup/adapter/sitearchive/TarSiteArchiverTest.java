package org.mkbackup.adapter.sitearchive;

import java.util.List;
import org.mkbackup.contract.ForgedMember;
import org.mkbackup.contract.SiteArchiverContract;
import org.mkbackup.domain.port.SiteArchiver;

class TarSiteArchiverTest extends SiteArchiverContract {

  @Override
  protected SiteArchiver archiver() {
    return new TarSiteArchiver(new Engines(List.of()));
  }

  @Override
  protected byte[] forge(ForgedMember... members) {
    TarForge forge = new TarForge();
    for (ForgedMember member : members) {
      // The pax record is for names that are too long for the header.
      forge.pax("path=" + member.name());
      forge.member(flag(member), "in the record", member.link(), member.content());
    }
    return forge.end();
  }

  private static char flag(ForgedMember member) {
    return switch (member.kind()) {
      case FILE -> '0';
      case DIRECTORY -> '5';
      case SYMLINK -> '2';
      case HARD_LINK -> '1';
      case DEVICE -> '3';
    };
  }
}
