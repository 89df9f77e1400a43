package org.mkbackup.launcher.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The complete example of {@code docs/plugins.md}, as somebody makes a plugin of it. */
class ExamplePluginIT {
  private static final Path DOCUMENT = Path.of("../docs/plugins.md");
  private static final String SERVICE = "META-INF/services/org.mkbackup.domain.port.TargetType";
  private static final Pattern JAVA =
      Pattern.compile("(?m)^`(\\w+)\\.java`[^\\n]*:\\n\\n```java\\n((?s:.*?))^```$");
  private static final Pattern REGISTRATION =
      Pattern.compile("(?m)^`" + Pattern.quote(SERVICE) + "`:\\n\\n    (\\S+)$");

  @TempDir Path temp;
  private Path tests;
  private Path jar;

  @BeforeEach
  void aPluginOutOfTheDocument() throws IOException {
    String document = Files.readString(DOCUMENT);
    Map<String, String> ours = new TreeMap<>();
    Map<String, String> proofs = new TreeMap<>();
    for (Matcher block = JAVA.matcher(document); block.find(); ) {
      boolean isProof = block.group(2).contains("org.mkbackup.contract");
      (isProof ? proofs : ours).put(block.group(1), block.group(2));
    }
    // The document says how it differs.
    proofs.put(
        "FolderStoreFaultTest",
        Objects.requireNonNull(proofs.get("FolderStoreTest"))
            .replace("FolderStoreTest", "FolderStoreFaultTest")
            .replace("BackupStoreContract", "BackupStoreFaultContract"));

    Path classes = compile(ours, "classes", domain().toString());
    jar = pack(classes, document);
    tests = compile(proofs, "tests", jar + ":" + System.getProperty("java.class.path"));
  }

  private static Path domain() throws IOException {
    try (Stream<Path> jars = Files.list(Program.HOME.resolve("lib"))) {
      return jars.filter(path -> path.getFileName().toString().startsWith("mkbackup-domain-"))
          .findAny()
          .orElseThrow();
    }
  }

  private Path compile(Map<String, String> sources, String name, String classPath)
      throws IOException {
    Path directory = Files.createDirectories(temp.resolve("sources-of-" + name));
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, String> source : sources.entrySet()) {
      files.add(Files.writeString(directory.resolve(source.getKey() + ".java"), source.getValue()));
    }
    Path classes = temp.resolve(name);
    StringWriter said = new StringWriter();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              classes.toString(),
              "-cp",
              classPath,
              "--release",
              "17",
              "-proc:none",
              "-implicit:none");
      assertTrue(
          compiler
              .getTask(
                  new PrintWriter(said),
                  manager,
                  null,
                  options,
                  null,
                  manager.getJavaFileObjectsFromPaths(files))
              .call(),
          said::toString);
    }
    assertEquals("", said.toString());
    return classes;
  }

  private Path pack(Path classes, String document) throws IOException {
    Matcher registration = REGISTRATION.matcher(document);
    assertTrue(registration.find(), "no " + SERVICE);
    Path packed = temp.resolve("example-folder-1.0.0.jar");
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (OutputStream file = Files.newOutputStream(packed);
        JarOutputStream entries = new JarOutputStream(file)) {
      for (Path path : files) {
        entries.putNextEntry(new JarEntry(classes.relativize(path).toString()));
        Files.copy(path, entries);
      }
      entries.putNextEntry(new JarEntry(SERVICE));
      entries.write((registration.group(1) + "\n").getBytes(StandardCharsets.UTF_8));
    }
    return packed;
  }

  @Test
  void passesTheSuitesThatProveItRight() throws Exception {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL(), tests.toUri().toURL()}, getClass().getClassLoader())) {
      thread.setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(
                  selectClass(loader.loadClass("org.example.folder.FolderStoreTest")),
                  selectClass(loader.loadClass("org.example.folder.FolderStoreFaultTest")),
                  selectClass(loader.loadClass("org.example.folder.FolderTargetTypeTest")))
              .filters(EngineFilter.includeEngines("junit-jupiter"))
              .build();
      LauncherFactory.create().execute(request, listener);
    } finally {
      thread.setContextClassLoader(before);
    }
    TestExecutionSummary summary = listener.getSummary();
    StringWriter failures = new StringWriter();
    summary.printFailuresTo(new PrintWriter(failures));
    assertEquals(0, summary.getTotalFailureCount(), failures::toString);
    assertTrue(summary.getTestsSucceededCount() > 30, () -> summary.getTestsSucceededCount() + "");
  }

  @Test
  void isATargetTypeOfTheProgramOnceItsJarIsThere() throws Exception {
    Path home = Files.createDirectory(temp.resolve("program"));
    Tools.run(temp, "cp", "-R", "" + Program.HOME.resolve("bin"), "" + home.resolve("bin"));
    Files.createSymbolicLink(home.resolve("lib"), Program.HOME.resolve("lib"));
    Path plugins = Files.createDirectory(home.resolve("plugins"));
    JobRoot jobs = JobRoot.in(Files.createDirectory(temp.resolve("machine")));
    Path shelf = Files.createDirectory(temp.resolve("shelf"));
    Path put = Files.copy(jar, plugins.resolve(jar.getFileName()));

    String types = good(jobs, home, "target", "types");
    assertTrue(types.contains("example_folder") && types.contains("--folder"), types);
    good(jobs, home, "target", "add", "shelf", "example_folder", "--folder", shelf.toString());
    good(jobs, home, "job", "add", "weekly", "--target", "shelf");
    good(jobs, home, "backup", "weekly");
    good(jobs, home, "backup", "weekly");
    String listed = good(jobs, home, "list", "shelf");
    String id = listed.substring("Backup-ID:    ".length(), listed.indexOf('\n'));
    assertTrue(id.endsWith("-heute-weekly-complete"), listed);
    assertTrue(good(jobs, home, "verify", "shelf", id, "--deep").contains("is good"));
    good(jobs, home, "restore", "shelf", id);

    Files.delete(put);
    Program.Result without = run(jobs, home, "list", "shelf");
    assertEquals(3, without.exit(), without::toString);
    assertEquals(
        "Target 'shelf' is of type 'example_folder', which isn't known here. Known are: local.",
        without.onlyErrorLine());
  }

  private String good(JobRoot jobs, Path home, String... words) {
    Program.Result result = run(jobs, home, words);
    assertEquals(0, result.exit(), result::toString);
    return result.out();
  }

  /* Absolute, so that it isn't the program of the build. */
  private static Program.Result run(JobRoot jobs, Path home, String... words) {
    return jobs.program().run(home.resolve("bin/mkbackup").toString(), words);
  }
}
