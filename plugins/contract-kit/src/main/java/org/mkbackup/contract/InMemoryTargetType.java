package org.mkbackup.contract;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.mkbackup.domain.backup.BackupId;
import org.mkbackup.domain.backup.GlobalJobId;
import org.mkbackup.domain.failure.TargetException;
import org.mkbackup.domain.host.Host;
import org.mkbackup.domain.port.BackupStore;
import org.mkbackup.domain.port.HeldBackup;
import org.mkbackup.domain.port.PendingBackup;
import org.mkbackup.domain.port.TargetType;
import org.mkbackup.domain.target.Target;
import org.mkbackup.domain.target.TargetOption;

/** Targets of the type {@code in_memory}, with one parameter: {@code store}, the name of one. */
public final class InMemoryTargetType implements TargetType {
  private final Map<String, BackupStore> stores = new ConcurrentHashMap<>();

  /** Makes a store available under a name. */
  public void offer(String name, BackupStore store) {
    stores.put(name, store);
  }

  @Override
  public String id() {
    return "in_memory";
  }

  @Override
  public List<TargetOption> options() {
    return List.of(
        TargetOption.required(
            "store", TargetOption.Kind.TEXT, "The name of a store that is offered.", "store"));
  }

  @Override
  public BackupStore open(Target target, Host host) {
    String name = target.parameters().require("store").text();
    return new Named(stores, name);
  }

  /* Looked for when it is needed, and not before. */
  private record Named(Map<String, BackupStore> stores, String name) implements BackupStore {

    private BackupStore store() {
      return Optional.ofNullable(stores.get(name))
          .orElseThrow(() -> new TargetException("There is no store '" + name + "'", "Offer it"));
    }

    @Override
    public void checkReady() {
      store().checkReady();
    }

    @Override
    public void checkReadable() {
      store().checkReadable();
    }

    @Override
    public List<BackupId> list() {
      return store().list();
    }

    @Override
    public List<BackupId> strays(GlobalJobId job) {
      return store().strays(job);
    }

    @Override
    public InputStream open(BackupId backup, String file) {
      return store().open(backup, file);
    }

    @Override
    public long size(BackupId backup, String file) {
      return store().size(backup, file);
    }

    @Override
    public HeldBackup hold(BackupId backup) {
      return store().hold(backup);
    }

    @Override
    public OptionalLong room() {
      return store().room();
    }

    @Override
    public PendingBackup begin(GlobalJobId job) {
      return store().begin(job);
    }

    @Override
    public void delete(BackupId backup) {
      store().delete(backup);
    }
  }
}
