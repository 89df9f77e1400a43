package org.mkbackup.adapter.json;

import java.security.SecureRandom;
import org.mkbackup.domain.host.AdapterProvider;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.RunJournal;

/** Offers state files in JSON. */
public final class JsonRunJournalProvider implements AdapterProvider<RunJournal> {
  @Override
  public String id() {
    return "json";
  }

  @Override
  public Class<RunJournal> port() {
    return RunJournal.class;
  }

  @Override
  public RunJournal create(Host host) {
    return new JsonRunJournal(new ReplacedFile(new SecureRandom()));
  }
}
