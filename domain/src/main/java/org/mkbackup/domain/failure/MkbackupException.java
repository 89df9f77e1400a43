package org.mkbackup.domain.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure that a person can do something about.
 *
 * <p>It carries what failed, with the value that was at fault, and a hint at what to do next. Both
 * are single lines without a secret in them: control characters are replaced when the failure is
 * made, so that a hostile name can't forge lines in a log.
 */
public abstract sealed class MkbackupException extends RuntimeException
    permits ApplianceException,
        ArchiveException,
        BusyException,
        ConfigurationException,
        KeyException,
        ProgramException,
        SiteException,
        StoppedException,
        TargetException,
        UsageException {

  private static final long serialVersionUID = 1L;

  private final Category category;
  private final String what;
  private final String hint;

  MkbackupException(Category category, String what, String hint, @Nullable Throwable cause) {
    super(null, cause);
    this.category = category;
    this.what = OneLine.of(what);
    this.hint = OneLine.of(hint);
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
  }

  /** {@link #what} and {@link #hint}, as sentences in one line. */
  @Override
  public final String getMessage() {
    return sentence(what) + (hint.isBlank() ? "" : " " + sentence(hint));
  }

  public final Category category() {
    return category;
  }

  /** What failed, with the value that was at fault; one line. */
  public final String what() {
    return what;
  }

  /** What to do next; one line, possibly empty. */
  public final String hint() {
    return hint;
  }
}
