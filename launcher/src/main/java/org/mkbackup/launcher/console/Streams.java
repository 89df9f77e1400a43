package org.mkbackup.launcher.console;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams: text is UTF-8, and waiting for bytes ends when the thread is interrupted.
 */
public final class Streams {
  private Streams() {}

  public static StandardOutput out() {
    return new StandardOutput(new FileOutputStream(FileDescriptor.out));
  }

  public static PrintStream err() {
    return new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
  }

  /** Standard input as bytes. */
  public static InputStream in() {
    return new ChannelInput(new FileInputStream(FileDescriptor.in).getChannel());
  }

  /** Standard output as bytes. */
  public static OutputStream outBytes() {
    return Channels.newOutputStream(new FileOutputStream(FileDescriptor.out).getChannel());
  }
}
