package org.mkbackup.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mkbackup.domain.failure.MkbackupException;

/**
 * Gives a reader mutants of what it can read. It may take them or refuse them, but throws nothing
 * else, and keeps to bounds of time and memory.
 *
 * <p>What is taken, or refused for a reason that was not seen before, is changed further. The
 * mutants are the same in every run of the tests. With the system property {@code
 * mkbackup.fuzz.seconds} they are others, for as long as it says.
 */
public final class Fuzzing {
  private static final int TRIES = 1000;
  private static final int MOST_SEEDS = 500;
  private static final int LARGEST = 1 << 18;
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final long MOST_MEMORY = 256L << 20;

  /** What is fuzzed. */
  public interface Reader {
    void read(byte[] input) throws Exception;
  }

  private final List<byte[]> seeds;
  private final Set<String> reasons = new HashSet<>();
  private final Mutation mutation;
  private final String name;
  private UnaryOperator<byte[]> mend = UnaryOperator.identity();

  private Fuzzing(String name, List<byte[]> seeds, List<byte[]> words, long seed) {
    this.name = name;
    this.seeds = new ArrayList<>(seeds);
    this.mutation = new Mutation(new Random(seed), words);
  }

  /**
   * Mutants of some input.
   *
   * @param words Latin-1, put in here and there
   */
  public static Fuzzing of(List<byte[]> seeds, String... words) {
    List<byte[]> raw =
        Arrays.stream(words).map(word -> word.getBytes(StandardCharsets.ISO_8859_1)).toList();
    Class<?> caller =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE).getCallerClass();
    return new Fuzzing(caller.getSimpleName(), seeds, raw, seconds() > 0 ? System.nanoTime() : 1);
  }

  /** Puts right, in every second mutant, what would keep all else from being looked at. */
  public Fuzzing mending(UnaryOperator<byte[]> checks) {
    mend = checks;
    return this;
  }

  private static long seconds() {
    return Long.getLong("mkbackup.fuzz.seconds", 0);
  }

  /** Runs, and fails with the first input that was not read as promised. */
  public void run(Reader reader) {
    seeds.forEach(seed -> isTaken(reader, seed));
    long end = System.nanoTime() + Duration.ofSeconds(seconds()).toNanos();
    for (int i = 0; seconds() == 0 ? i < TRIES : System.nanoTime() < end; i++) {
      byte[] mutant = mutation.of(seeds);
      byte[] input = i % 2 == 0 ? mutant : mend.apply(mutant);
      if (input.length <= LARGEST && isTaken(reader, input) && seeds.size() < MOST_SEEDS) {
        seeds.add(input);
      }
    }
    keepSeeds();
  }

  /* For another fuzzer to begin with, where one was announced. */
  private void keepSeeds() {
    String corpus = System.getProperty("mkbackup.fuzz.corpus", "");
    if (corpus.isEmpty()) {
      return;
    }
    try {
      Path directory = Files.createDirectories(Path.of(corpus, name));
      for (byte[] seed : seeds) {
        Files.write(Files.createTempFile(directory, "seed", ""), seed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* Whether it was, or was refused for a new reason. */
  private boolean isTaken(Reader reader, byte[] input) {
    long began = System.nanoTime();
    long allocated = allocated();
    boolean isNew;
    try {
      reader.read(input);
      isNew = true;
    } catch (MkbackupException refusal) {
      isNew = reasons.add(refusal.what().replaceAll("[0-9]+|'.*'", "#"));
    } catch (Exception | Error e) {
      throw new AssertionError("With " + shown(input), e);
    }
    if (System.nanoTime() - began > LONGEST.toNanos() || allocated() - allocated > MOST_MEMORY) {
      throw new AssertionError("Too much time or memory for " + shown(input));
    }
    return isNew;
  }

  /* By name, since not every Java has it. */
  private static long allocated() {
    try {
      return (long)
          Class.forName("com.sun.management.ThreadMXBean")
              .getMethod("getCurrentThreadAllocatedBytes")
              .invoke(ManagementFactory.getThreadMXBean());
    } catch (ReflectiveOperationException | IllegalArgumentException unknown) {
      return 0;
    }
  }

  private static String shown(byte[] input) {
    return input.length + " bytes in Base64: " + Base64.getEncoder().encodeToString(input);
  }
}
