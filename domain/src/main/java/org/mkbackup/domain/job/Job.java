package org.mkbackup.domain.job;

import java.util.Optional;
import org.mkbackup.domain.data.Field;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.key.KeyId;
import org.mkbackup.domain.target.TargetId;

/**
 * What is backed up, how, when and where to.
 *
 * <p>A job is a view of its configuration as it was read, so that entries that only others
 * understand are kept and reach the manifest. All that this program reads is checked when a job is
 * made: a {@link org.mkbackup.domain.failure.ConfigurationException} names what is wrong.
 *
 * @param configuration the dictionary under the job's id in {@code backup.mk}
 */
public record Job(JobId id, Literal.Dict configuration) {
  public Job {
    View view = new View(id, configuration);
    view.title();
    view.target();
    view.compress();
    view.key();
    view.noHistory();
    view.withoutSites();
    view.schedule();
  }

  public String title() {
    return view().title();
  }

  public TargetId target() {
    return view().target();
  }

  public boolean compress() {
    return view().compress();
  }

  /** The key that its backups are sealed with; empty: they are not sealed. */
  public Optional<KeyId> key() {
    return view().key();
  }

  /** Whether RRDs, logs and baked agents are left out. */
  public boolean noHistory() {
    return view().noHistory();
  }

  /** Whether an appliance's backup is made without its sites. */
  public boolean withoutSites() {
    return view().withoutSites();
  }

  /** When it runs by itself; empty: by hand only. */
  public Optional<Schedule> schedule() {
    return view().schedule();
  }

  private View view() {
    return new View(id, configuration);
  }

  private record View(JobId id, Literal.Dict configuration) {
    private Field field() {
      return new Field("Job '" + id + "'", configuration);
    }

    String title() {
      return field().get("title").map(Field::text).orElse(id.value());
    }

    TargetId target() {
      return field().require("target").named(TargetId::new);
    }

    boolean compress() {
      return field().get("compress").map(Field::bool).orElse(false);
    }

    Optional<KeyId> key() {
      return field().get("encrypt").filter(f -> !f.isNone()).map(f -> f.named(KeyId::new));
    }

    boolean noHistory() {
      return field().get("no_history").map(Field::bool).orElse(false);
    }

    boolean withoutSites() {
      return field().get("without_sites").map(Field::bool).orElse(false);
    }

    Optional<Schedule> schedule() {
      return field().get("schedule").filter(f -> !f.isNone()).map(Schedule::read);
    }
  }
}
