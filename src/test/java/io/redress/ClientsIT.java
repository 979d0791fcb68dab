package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.impl.driver.Driver;
import io.redress.rules.source.LocatedJson;
import io.redress.rules.source.YamlEntries;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The programs of {@code docs/clients.md}, as they stand there, with the clients that the build
 * generates from the description of the API, decide the article's cases.
 */
class ClientsIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path GENERATED = Path.of("target", "clients");
  private static final PackagedJar.Service SERVICE = PackagedJar.shared();

  /** What differs between two answers to the same facts. */
  private static final List<String> OF_THE_REQUEST = List.of("decisionId", "decidedAt");

  private static List<String> disputes;
  private static List<JsonNode> answers;

  @TempDir Path folder;

  @BeforeAll
  static void decide() throws Exception {
    byte[] article = Files.readAllBytes(Path.of("test-cases", "article.yaml"));
    disputes = new ArrayList<>();
    for (LocatedJson written : YamlEntries.read("article.yaml", article, new ArrayList<>())) {
      ObjectNode facts = written.tree().path("facts").deepCopy();
      // Without one, each request has an ID of its own.
      disputes.add(facts.set("disputeId", written.tree().path("id")).toString());
    }
    assertThat(disputes).hasSizeGreaterThan(5);
    HttpClient http = HttpClient.newHttpClient();
    answers = new ArrayList<>();
    for (String dispute : disputes) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(SERVICE.address("/v1/decide"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(dispute))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      answers.add(ofTheFacts(answer.body()));
    }
  }

  @BeforeEach
  void writeDisputes() throws IOException {
    Files.write(folder.resolve("disputes.ndjson"), disputes);
  }

  @Test
  void shellDecides() throws Exception {
    assumeProgram("curl");
    assertThatItDecides(List.of("sh", "-c", program("sh")));
  }

  @Test
  void pythonDecides() throws Exception {
    assumeProgram("python3");
    Files.writeString(folder.resolve("decide.py"), program("python"));
    assertThatItDecides(List.of("python3", "decide.py"));
  }

  @Test
  void generatedJavaClientDecides() throws Exception {
    Path source = Files.writeString(folder.resolve("Decide.java"), program("java"));
    List<String> compiler =
        new ArrayList<>(List.of("-proc:none", "-nowarn", "-Xlint:none", "-d", folder.toString()));
    compiler.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    try (Stream<Path> sources = Files.walk(GENERATED.resolve("java/src/main"))) {
      sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(compiler::add);
    }
    compiler.add(source.toString());
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, compiler.toArray(String[]::new)))
        .isZero();

    assertThatItDecides(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-classpath",
            folder + File.pathSeparator + System.getProperty("java.class.path"),
            "Decide"));
  }

  @Test
  void generatedTypeScriptClientDecides() throws Exception {
    Files.writeString(folder.resolve("package.json"), "{\"type\": \"module\"}");
    Files.writeString(folder.resolve("decide.ts"), program("typescript"));
    copy(GENERATED.resolve("typescript"), folder.resolve("client"));
    copyWebjar("/META-INF/resources/webjars/typescript", folder.resolve("node_modules/typescript"));
    copyWebjar(
        "/META-INF/resources/webjars/types__node", folder.resolve("node_modules/@types/node"));
    // Playwright brings Node.
    String node =
        Driver.ensureDriverInstalled(Map.of(), false).driverDir().resolve("node").toString();
    run(
        List.of(
            node,
            "node_modules/typescript/bin/tsc",
            "--target",
            "es2022",
            "--module",
            "nodenext",
            "--strict",
            "--skipLibCheck",
            "decide.ts"));

    assertThatItDecides(List.of(node, "decide.js"));
  }

  private static void assumeProgram(String name) {
    assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator)))
        .as("%s is missing: install it to have this example of docs/clients.md tested", name)
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
  }

  private static String program(String language) throws IOException {
    Matcher block =
        Pattern.compile("```" + language + "\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs", "clients.md")));
    assertThat(block.find()).as(language).isTrue();
    return block.group(1);
  }

  private void assertThatItDecides(List<String> command) throws Exception {
    List<JsonNode> printed = new ArrayList<>();
    for (String line : run(command).lines().filter(line -> !line.isBlank()).toList()) {
      printed.add(ofTheFacts(line));
    }
    assertThat(printed).isEqualTo(answers);
  }

  private static JsonNode ofTheFacts(String answer) throws IOException {
    return ((ObjectNode) JSON.readTree(answer)).remove(OF_THE_REQUEST);
  }

  /** What a program prints that ends well. */
  private String run(List<String> command) throws Exception {
    Path errors = folder.resolve("errors.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
    builder.environment().put("REDRESS_URL", SERVICE.address("").toString());
    Process program = builder.start();
    String printed;
    try (InputStream output = program.getInputStream()) {
      printed = new String(output.readAllBytes());
    }
    assertThat(program.waitFor(Patience.LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).as(printed + Files.readString(errors)).isZero();
    return printed;
  }

  /** The files of the one version of a webjar on the class path. */
  private static void copyWebjar(String name, Path to) throws Exception {
    try (var jar =
            FileSystems.newFileSystem(
                Path.of(
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(
                            entry -> entry.contains(Path.of(name).getFileName().toString() + "-"))
                        .findFirst()
                        .orElseThrow()));
        Stream<Path> versions = Files.list(jar.getPath(name))) {
      copy(versions.findFirst().orElseThrow(), to);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }
}
