package org.mkbackup.adapter.json;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.mkbackup.domain.data.Literal;
import org.mkbackup.domain.run.GoodRun;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/**
 * A run's state as a flat JSON object. The agent's parser, which sees many files one after the
 * other, takes the first line that is just a brace for the end of one: no value may be an object.
 */
final class StateDocument {
  private static final String STATE = "state";
  private static final String PID = "pid";
  private static final String STARTED = "started";
  private static final String FINISHED = "finished";
  private static final String SUCCESS = "success";
  private static final String OUTPUT = "output";
  private static final String BYTES_PER_SECOND = "bytes_per_second";
  private static final String SIZE = "size";
  private static final String NEXT_SCHEDULE = "next_schedule";
  /* Stock doesn't know these three, and passes over them. */
  private static final String PREVIOUS_FINISHED = "previous_finished";
  private static final String PREVIOUS_SIZE = "previous_size";
  private static final String MOVED = "moved";
  private static final String DISABLED = "disabled";

  private StateDocument() {}

  static Literal.Dict of(RunState state) {
    Literal.Dict stock =
        Literal.Dict.EMPTY
            .with(STATE, Literal.text(state.phase().name().toLowerCase(Locale.ROOT)))
            .with(PID, Literal.integer(state.pid()))
            .with(STARTED, JsonField.seconds(state.started()))
            .with(FINISHED, state.finished().map(JsonField::seconds).orElseGet(Literal::none))
            .with(SUCCESS, Literal.bool(state.success()))
            .with(OUTPUT, Literal.text(state.output()))
            .with(BYTES_PER_SECOND, new Literal.Real(state.bytesPerSecond()))
            .with(SIZE, state.size().map(Literal::integer).orElseGet(Literal::none))
            .with(NEXT_SCHEDULE, next(state.nextSchedule()));
    Literal.Dict moved =
        state.moved().map(time -> stock.with(MOVED, JsonField.seconds(time))).orElse(stock);
    return state
        .before()
        .map(
            good ->
                moved
                    .with(PREVIOUS_FINISHED, JsonField.seconds(good.finished()))
                    .with(PREVIOUS_SIZE, Literal.integer(good.size())))
        .orElse(moved);
  }

  private static Literal next(NextSchedule next) {
    if (next instanceof NextSchedule.At at) {
      return JsonField.seconds(at.time());
    }
    return next instanceof NextSchedule.Disabled ? Literal.text(DISABLED) : Literal.none();
  }

  /** The state; a run that has just begun may lack what only its end can tell. */
  static RunState read(JsonField root) {
    return new RunState(
        phase(root.require(STATE)),
        root.require(PID).count(),
        root.require(STARTED).instant(),
        root.get(FINISHED).map(JsonField::instant),
        root.get(SUCCESS).map(JsonField::bool).orElse(false),
        root.get(OUTPUT).map(JsonField::text).orElse(""),
        root.get(BYTES_PER_SECOND).map(JsonField::number).orElse(0.0),
        root.get(SIZE).map(JsonField::count),
        root.get(NEXT_SCHEDULE)
            .map(StateDocument::readNext)
            .orElseGet(() -> new NextSchedule.Never()),
        before(root),
        root.get(MOVED).map(JsonField::instant));
  }

  private static Optional<GoodRun> before(JsonField root) {
    return root.get(PREVIOUS_FINISHED)
        .map(JsonField::instant)
        .flatMap(
            finished -> root.get(PREVIOUS_SIZE).map(size -> new GoodRun(finished, size.count())));
  }

  private static RunState.Phase phase(JsonField field) {
    for (RunState.Phase phase : RunState.Phase.values()) {
      if (phase.name().toLowerCase(Locale.ROOT).equals(field.text())) {
        return phase;
      }
    }
    throw field.wrong("is '" + field.text() + "', which is no state of a run");
  }

  private static NextSchedule readNext(JsonField field) {
    if (field.value() instanceof Literal.Text text && text.value().equals(DISABLED)) {
      return new NextSchedule.Disabled();
    }
    Instant time = field.instant();
    return new NextSchedule.At(time);
  }
}
