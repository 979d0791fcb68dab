package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's jar and POM are all that a program needs to decide. */
class EmbeddedEngineTest {
  private static final Pattern JAVA = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final String FACTS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON"}
      """;

  private static EngineClassPath classPath;

  @TempDir Path folder;

  @BeforeAll
  static void resolve() throws Exception {
    classPath = EngineClassPath.resolved();
  }

  @Test
  void theSixLinesOfTheReadmeDecide() throws Exception {
    List<String> lines = linesOfTheReadme();
    assertThat(lines).hasSize(6);
    compile(lines);
    copy(Path.of("rules"), folder.resolve("rules"));
    Files.writeString(folder.resolve("dispute.json"), FACTS);

    assertThat(run()).isEqualTo("KEEP_TRACKING");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.quarkus.runtime.Quarkus",
        "io.vertx.core.Vertx",
        "jakarta.ws.rs.core.Response",
        "jakarta.enterprise.context.ApplicationScoped",
        "org.jdbi.v3.core.Jdbi",
        "io.redress.http.decide.DecideResource"
      })
  void theServiceIsNotThere(String name) throws Exception {
    try (var loader = classPath.loader()) {
      assertThatThrownBy(() -> loader.loadClass(name)).isInstanceOf(ClassNotFoundException.class);
    }
  }

  @Test
  void everyClassThatTheEngineNamesIsThere() throws Exception {
    Set<String> named =
        new ClassFileImporter()
            .importPath(EngineClassPath.ENGINE).stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(type -> !type.isPrimitive())
                .map(JavaClass::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    try (var loader = classPath.loader()) {
      assertThat(named)
          .contains("org.kie.api.KieServices", "io.redress.platform.phrase.Phrase")
          .allSatisfy(name -> Class.forName(name, false, loader));
    }
  }

  @Test
  void itsPomNamesTheVersionsThatTheServiceIsTestedWith() throws Exception {
    Set<String> tested =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(jar -> Path.of(jar).getFileName().toString())
            .collect(Collectors.toSet());
    assertThat(EngineClassPath.declaredJars()).isNotEmpty().isSubsetOf(tested);
  }

  @Test
  void whatItsPomBringsHasTheVersionsThatTheServiceIsTestedWith() {
    Map<String, String> tested =
        EngineClassPath.jars(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of));
    Map<String, String> others = new TreeMap<>(classPath.jars());
    others.keySet().retainAll(tested.keySet());
    others.entrySet().removeAll(tested.entrySet());
    assertThat(others).isEmpty();
  }

  private static List<String> linesOfTheReadme() throws IOException {
    Matcher block = JAVA.matcher(Files.readString(Path.of("README.md")));
    assertThat(block.find()).isTrue();
    return block.group(1).lines().toList();
  }

  /** Exactly these lines, in a class that prints the answer. */
  private void compile(List<String> lines) throws IOException {
    Path source = folder.resolve("Embedded.java");
    Files.write(
        source,
        Stream.of(
                lines.stream().filter(line -> line.startsWith("import ")),
                Stream.of(
                    "class Embedded {",
                    "public static void main(String... arguments) throws Exception {"),
                lines.stream().filter(line -> !line.startsWith("import ")),
                Stream.of("System.out.println(answer);", "}", "}"))
            .flatMap(part -> part)
            .toList());
    int faults =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-classpath",
                classPath.with(folder),
                source.toString());
    assertThat(faults).isZero();
  }

  /** The last line that the program prints; before it, Log4j's API may miss a logging library. */
  private String run() throws Exception {
    Path errors = folder.resolve("errors.txt");
    Process program =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-classpath",
                classPath.with(folder),
                "Embedded")
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    String said = new String(program.getInputStream().readAllBytes());
    assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(program.exitValue()).as(Files.readString(errors)).isZero();
    return said.lines().reduce("", (before, line) -> line);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
