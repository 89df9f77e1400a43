package org.mkbackup.domain.job;

/**
 * From where on a job's service in the monitoring isn't good.
 *
 * @param age of the last good backup, in seconds
 * @param duration of a run, in seconds
 * @param sizeChange how far the size of a backup is from that of the one before, in percent
 */
public record CheckLevels(Levels age, Levels duration, Levels sizeChange) {

  /** What is kept an eye on where nothing else is set. */
  public static final CheckLevels USUAL =
      new CheckLevels(
          new Levels(new Automatic(), new Automatic()),
          new Levels(new Never(), new Never()),
          new Levels(new At(50), new Never()));

  /** Two values, of which the second is the worse one. */
  public record Levels(Level warn, Level crit) {

    /** The same with what depends on the job filled in. */
    public Levels orElse(Level autoWarn, Level autoCrit) {
      return new Levels(
          warn instanceof Automatic ? autoWarn : warn, crit instanceof Automatic ? autoCrit : crit);
    }
  }

  /** One value. */
  public sealed interface Level {}

  /** What is greater isn't good. */
  public record At(double value) implements Level {}

  /** Everything is good. */
  public record Never() implements Level {}

  /** It depends on the job's schedule. */
  public record Automatic() implements Level {}
}
