package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.redress.check.invariant.Invariants;
import io.redress.check.testcase.TestCases;
import io.redress.check.testcase.TestReport;
import io.redress.cli.Redress;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import io.redress.rules.source.ProblemList;
import io.redress.rules.source.WorkbookFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/**
 * Every command of README and docs is one that exists, with its options; programs that tests cannot
 * run are listed with the reason. What commands print, and examples of the API, are compared by the
 * tests of their pages: {@code ApiPageTest}, {@code InsightPageTest}, {@code ClientsIT}, {@code
 * EmbeddedEngineTest} and {@code ProblemPagesTest}.
 */
class DocumentedCommandsTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(?:sh|console)\n(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

  /** A command that is set off by four spaces, or in backquotes. */
  private static final Pattern SET_OFF =
      Pattern.compile(
          "^ {4}((?:\\S*/bin/)?(?:redress|mvn|curl|sudo|podman|kubectl) .*)$", Pattern.MULTILINE);

  private static final Pattern QUOTED =
      Pattern.compile("`((?:target/quarkus-app/bin/redress|mvn) [^`]+)`");

  /** Values in quotes, such as bodies of requests, which may have several lines. */
  private static final Pattern QUOTES = Pattern.compile("'[^']*'|\"[^\"]*\"");

  /** Programs that are not ours, and why no test runs them here. */
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          Map.entry("cat", "writes the facts of the next command"),
          Map.entry("echo", "writes the facts of the next command"),
          Map.entry("export", "sets a variable"),
          Map.entry("time", "measures a command that is checked elsewhere on the page"),
          Map.entry("ps", "measures a running service"),
          Map.entry("kill", "stops a running service"),
          Map.entry("until", "waits for a running service"),
          Map.entry("while", "ClientsIT runs it"),
          Map.entry("do", "ClientsIT runs it"),
          Map.entry("done", "ClientsIT runs it"),
          Map.entry("git", "changes the settings of a clone"),
          Map.entry("osv-scanner", "needs the network; CI runs it on its own"),
          Map.entry("openapi-generator-cli", "the build generates the same clients by Maven"),
          Map.entry("npm", "needs the network"),
          Map.entry("sudo", "PackagesIT runs it as root"),
          Map.entry("kafka-topics.sh", "StreamIT makes the topics"),
          Map.entry("kcat", "StreamIT sends what it would send"),
          Map.entry("podman", "PackagesIT runs the image without podman"),
          Map.entry("kubectl", "needs a cluster"));

  private static final Set<String> GOALS =
      Set.of("clean", "test", "test-compile", "package", "verify", "install", "validate");

  private final CommandLine redress = new CommandLine(new Redress());

  @Test
  void everyCommandExists() {
    List<String> faults = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      for (String command : commands(read(page))) {
        commands.add(command);
        String fault = fault(command);
        if (!fault.isEmpty()) {
          faults.add(page + ": " + command + ": " + fault);
        }
      }
    }
    assertThat(commands).hasSizeGreaterThan(50);
    assertThat(faults).isEmpty();
  }

  @Test
  void testCasesOfThePagePass() {
    String yaml = block("docs/test-cases.md", "yaml");
    RuleSet rules = ShippedRules.whole();
    ProblemList problems = new ProblemList();

    TestCases cases =
        TestCases.read(Map.of("page.yaml", yaml.getBytes(StandardCharsets.UTF_8)), problems);

    assertThat(problems).isEmpty();
    TestReport report = cases.run(rules::decide);
    assertThat(report.outcomes()).hasSize(1).allMatch(outcome -> outcome.passed());
    assertThat(shippedIds()).doesNotContainAnyElementsOf(cases.ids());
  }

  @Test
  void caseOfTheWorkbookOnThePagePasses() {
    List<List<String>> rows =
        read(Path.of("docs/test-cases.md"))
            .lines()
            .filter(line -> line.startsWith("| id |") || line.startsWith("| lost-pair |"))
            .map(line -> Stream.of(line.split("[|]", -1)).map(String::strip).toList())
            .map(cells -> cells.subList(1, cells.size() - 1))
            .toList();
    assertThat(rows).hasSize(2);
    byte[] workbook =
        new WorkbookFixture()
            .sheet("Cases")
            .row("Test cases")
            .row()
            .row(rows.get(0).toArray())
            .row(rows.get(1).stream().map(DocumentedCommandsTest::typed).toArray())
            .bytes();
    ProblemList problems = new ProblemList();

    TestCases cases = TestCases.read(Map.of("page.xlsx", workbook), problems);

    assertThat(problems).isEmpty();
    assertThat(cases.run(ShippedRules.whole()::decide).outcomes())
        .hasSize(1)
        .allSatisfy(outcome -> assertThat(outcome.differences()).isEmpty());
    assertThat(shippedIds()).doesNotContainAnyElementsOf(cases.ids());
  }

  /** A cell as a spreadsheet program stores what is typed. */
  private static Object typed(String text) {
    return text.matches("\\d+")
        ? (Object) Integer.valueOf(text)
        : text.matches("\\d+[.]\\d+") ? (Object) Double.valueOf(text) : text;
  }

  @Test
  void lawsOfThePageAreRead() {
    ProblemList problems = new ProblemList();
    byte[] yaml = block("docs/invariants.md", "yaml").getBytes(StandardCharsets.UTF_8);
    assertThatCode(() -> Invariants.read(Map.of("invariants.yaml", yaml), problems))
        .doesNotThrowAnyException();
    assertThat(problems).isEmpty();
  }

  private String fault(String command) {
    List<String> words =
        Stream.of(command.split("\\s+"))
            .dropWhile(word -> word.matches("[A-Z_]+=.*"))
            .map(word -> word.replace("\"", "").replace("'", ""))
            .toList();
    if (words.isEmpty()) {
      return "";
    }
    String program = words.get(0).replaceFirst("^.*/", "");
    List<String> arguments = words.subList(1, words.size());
    return switch (program) {
      case "redress" -> ofRedress(arguments);
      case "mvn" -> ofMaven(arguments);
      case "curl" -> ofCurl(arguments);
      default -> NOT_RUN.containsKey(program) ? "" : "neither checked nor listed in this test";
    };
  }

  private String ofRedress(List<String> arguments) {
    try {
      redress.parseArgs(
          arguments.stream().filter(word -> !word.equals("&")).toArray(String[]::new));
      return "";
    } catch (CommandLine.ParameterException wrong) {
      return String.valueOf(wrong.getMessage());
    }
  }

  private static String ofMaven(List<String> arguments) {
    String pom = read(Path.of("pom.xml"));
    List<String> wrong = new ArrayList<>();
    for (String argument : arguments) {
      String name = argument.replaceFirst("^-[PD]", "").replaceFirst("=.*", "");
      boolean known =
          argument.startsWith("-P")
              ? pom.contains("<id>" + name + "</id>")
              : argument.startsWith("-D")
                  ? Set.of("test", "it.test", "skipITs", "skipTests").contains(name)
                      || pom.contains(name)
                      || sources().contains("\"" + name + "\"")
                  : argument.contains(":") || GOALS.contains(argument);
      if (!known) {
        wrong.add(argument);
      }
    }
    return wrong.isEmpty() ? "" : "unknown to Maven: " + wrong;
  }

  /** Whether a resource or an extension answers at the address. */
  private static String ofCurl(List<String> arguments) {
    return arguments.stream()
        .filter(word -> word.contains("localhost:8080/"))
        .map(word -> word.replaceFirst("^.*localhost:8080", "").replaceFirst("[?].*", ""))
        .filter(path -> !path.startsWith("/q/") && !isServed(path))
        .collect(Collectors.joining(", "));
  }

  private static boolean isServed(String path) {
    String[] parts = path.split("/", -1);
    String last = parts[parts.length - 1].replaceFirst("[}]+$", "");
    String sources = sources();
    return (sources.contains("\"/" + parts[1] + "/" + parts[2])
            || sources.contains("\"" + path + "\""))
        && (parts.length < 4 || last.matches("[A-Z_]+|active") || sources.contains(last));
  }

  /** Commands, each on one line and without comments, of blocks and between backquotes. */
  private static List<String> commands(String page) {
    List<String> commands = new ArrayList<>();
    for (MatchResult block : BLOCK.matcher(page).results().toList()) {
      boolean session = block.group().startsWith("```console");
      squeezed(block.group(1).replaceAll("(?s)<<'FACTS'.*?\nFACTS", ""))
          .replace("\\\n", " ")
          .lines()
          .filter(line -> !session || line.startsWith("$ "))
          .forEach(line -> add(line.replaceFirst("^[$] ", ""), commands));
    }
    SET_OFF.matcher(page).results().forEach(found -> add(squeezed(found.group(1)), commands));
    QUOTED.matcher(page).results().forEach(found -> add(squeezed(found.group(1)), commands));
    return commands;
  }

  /** Text in quotes as one word, which ends no command. */
  private static String squeezed(String text) {
    return QUOTES
        .matcher(text)
        .replaceAll(quoted -> quoted.group().replaceAll("\\s+", "").replaceAll("[\\\\$;|&<>]", ""));
  }

  private static void add(String line, List<String> commands) {
    Stream.of(line.replaceFirst("(^| +)# .*", "").split(";|[|]|<|>| & "))
        .map(String::strip)
        .filter(command -> !command.isEmpty() && !command.matches("\\S+[.](json|ndjson)"))
        .forEach(commands::add);
  }

  private static List<String> shippedIds() {
    try (Stream<Path> files = Files.list(Path.of("test-cases"))) {
      Map<String, byte[]> all =
          files.collect(
              Collectors.toMap(
                  file -> file.getFileName().toString(),
                  file -> {
                    try {
                      return Files.readAllBytes(file);
                    } catch (IOException unreadable) {
                      throw new UncheckedIOException(unreadable);
                    }
                  }));
      return List.copyOf(TestCases.read(all, new ProblemList()).ids());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String block(String page, String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(read(Path.of(page)))
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static List<Path> pages() {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      return Stream.concat(
              Stream.of(Path.of("README.md"), Path.of("CONTRIBUTING.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Where addresses and settings are: resources of the API, and tests with settings. */
  private static String sources() {
    return Sources.ALL;
  }

  private static final class Sources {
    static final String ALL =
        Stream.of("src/main/java/io/redress/http", "src/test/java", "src/bench")
            .flatMap(folder -> files(Path.of(folder)))
            .map(DocumentedCommandsTest::read)
            .collect(Collectors.joining());

    private static Stream<Path> files(Path folder) {
      try (Stream<Path> all = Files.walk(folder)) {
        return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
