package org.mkbackup.launcher.command;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mkbackup.application.status.JobStatus;
import org.mkbackup.domain.run.NextSchedule;
import org.mkbackup.domain.run.RunState;

/** The status as a JSON document, whose keys programs may rely on; times are in epoch seconds. */
final class StatusJson {
  private StatusJson() {}

  static String of(List<JobStatus> jobs, List<String> warnings, Instant now) {
    JsonArray list = new JsonArray();
    jobs.forEach(job -> list.add(job(job, now)));
    JsonObject document = new JsonObject();
    document.addProperty("good", jobs.stream().allMatch(job -> job.attention().isEmpty()));
    document.add("jobs", list);
    JsonArray remarks = new JsonArray();
    warnings.forEach(remarks::add);
    document.add("warnings", remarks);
    return new GsonBuilder()
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
        .create()
        .toJson(document);
  }

  private static JsonObject job(JobStatus job, Instant now) {
    JsonObject object = new JsonObject();
    object.addProperty("id", job.id());
    object.addProperty("state", word(job.state()));
    object.add("attention", text(job.attention().map(StatusJson::word)));
    object.addProperty("detail", job.detail());
    object.add("started", number(job.run().map(run -> seconds(run.started()))));
    object.add("finished", number(job.run().flatMap(RunState::finished).map(StatusJson::seconds)));
    object.add("duration", number(job.duration(now).map(Duration::toSeconds)));
    object.add("size", number(job.run().flatMap(RunState::size)));
    object.add("bytes_per_second", number(job.run().map(RunState::bytesPerSecond)));
    object.add("next", next(job.next()));
    object.add("moved", number(job.moved().map(StatusJson::seconds)));
    return object;
  }

  /** A word of a fixed set, in lower case. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static long seconds(Instant time) {
    return time.getEpochSecond();
  }

  private static JsonElement text(Optional<String> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static JsonElement number(Optional<? extends Number> value) {
    return value.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }

  private static JsonElement next(NextSchedule next) {
    if (next instanceof NextSchedule.At at) {
      return new JsonPrimitive(seconds(at.time()));
    }
    return next instanceof NextSchedule.Disabled
        ? new JsonPrimitive("disabled")
        : JsonNull.INSTANCE;
  }
}
