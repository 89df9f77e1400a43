package org.mkbackup.launcher.program;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A JSON object in a file, read by another library's rules than it was written by. */
record Json(String text, JsonObject object) {

  static Json read(Path file) throws IOException {
    String text = Files.readString(file);
    return new Json(text, JsonParser.parseString(text).getAsJsonObject());
  }

  Set<String> keys() {
    return object.keySet();
  }

  JsonElement get(String key) {
    return object.get(key);
  }

  String string(String key) {
    return object.get(key).getAsString();
  }

  /** Whether it tells of a run that has come to its end, and well. */
  boolean isSuccess() {
    return string("state").equals("finished") && object.get("success").getAsBoolean();
  }

  /** Whether it tells of a run that has come to its end, but not well. */
  boolean isFailure() {
    return string("state").equals("finished") && !object.get("success").getAsBoolean();
  }
}
