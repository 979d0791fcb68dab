package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import io.redress.check.verify.Finding;
import io.redress.http.problem.ProblemType;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.source.ProblemCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The console texts in both languages. */
class MessagesTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern SAID =
      Pattern.compile("say\\(['\"]([a-zA-Z]+[.][a-zA-Z._-]*[a-zA-Z])['\"]");
  private static final Pattern WARNING = Pattern.compile("new Warning\\(\\s*\"([A-Z_]+)\"");
  private static final Pattern OF_THE_CORE =
      Pattern.compile("\"((?:difference|request)[.][a-zA-Z0-9]+)\"");

  static Stream<Path> areas() throws IOException {
    return Files.list(MESSAGES)
        .filter(file -> !file.toString().endsWith("_zh.properties"))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("areas")
  void bothLanguagesHaveTheSameKeysAndArguments(Path english) throws IOException {
    Properties spoken = read(english);
    Properties chinese = read(chinese(english));
    assertThat(chinese.stringPropertyNames()).isEqualTo(spoken.stringPropertyNames());
    String area = english.getFileName().toString().replace(".properties", ".");
    assertThat(spoken.stringPropertyNames()).allMatch(key -> key.startsWith(area));
    for (String key : spoken.stringPropertyNames()) {
      assertThat(arguments(chinese.getProperty(key), Locale.SIMPLIFIED_CHINESE))
          .as(key)
          .isSubsetOf(arguments(spoken.getProperty(key), Locale.UK));
      assertThat(chinese.getProperty(key)).as(key).isNotBlank();
    }
  }

  private static Set<Integer> arguments(String text, Locale locale) {
    int length = new MessageFormat(text, locale).getFormatsByArgumentIndex().length;
    return IntStream.range(0, length).boxed().collect(Collectors.toSet());
  }

  @Test
  void keysUsedByPagesExist() throws IOException {
    Set<String> known = new TreeSet<>();
    for (Path area : areas().toList()) {
      known.addAll(read(area).stringPropertyNames());
    }
    assertThat(said()).isNotEmpty().isSubsetOf(known);
  }

  @Test
  void keysOfRulesAndChecksAreThoseUsed() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String area : List.of("difference", "request")) {
      known.addAll(read(MESSAGES.resolve(area + ".properties")).stringPropertyNames());
    }
    assertThat(found(OF_THE_CORE, Path.of("src/main/java/io/redress"))).isEqualTo(known);
  }

  @Test
  void everyCodeHasAChineseGist() throws IOException {
    Set<String> codes =
        Stream.of(ProblemCode.values(), Finding.Code.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    codes.addAll(found(WARNING, Path.of("src/main/java")));
    Stream.of(ProblemType.values()).map(MessagesTest::name).forEach(codes::add);
    assertThat(codes).contains("QUANTITY_UNKNOWN");
    assertThat(Phrase.texts("gist", Locale.SIMPLIFIED_CHINESE).keySet()).isEqualTo(codes);
    assertThat(new Messages(Locale.SIMPLIFIED_CHINESE).gistOfLine("a.yaml:1: No. [LAW_BROKEN]"))
        .contains("法则");
  }

  @Test
  void englishHasNoGists() {
    Messages english = new Messages(Locale.UK);
    assertThat(english.gist(ProblemCode.FORMULA)).isEmpty();
    assertThat(english.gistOfLine("Nothing was found.")).isEmpty();
    assertThat(english.gists()).hasToString("{}");
  }

  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void everyProblemTypeHasATitle(ProblemType type) {
    assertThat(new Messages(Locale.SIMPLIFIED_CHINESE).problem(name(type))).isNotBlank();
  }

  private static String name(ProblemType type) {
    return type.urn().toString().substring("urn:redress:problem:".length());
  }

  private static Set<String> said() throws IOException {
    return found(SAID, TEMPLATES, Path.of("src/main/java/io/redress/console"));
  }

  private static Set<String> found(Pattern key, Path... roots) throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          key.matcher(Files.readString(file))
              .results()
              .map(one -> one.group(1))
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  @Test
  void numbersAndDatesAreFormattedByLanguage() {
    Messages english = new Messages(Locale.UK);
    Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    assertThat(english.say("home.failed", 1)).isEqualTo("1 test case fails");
    assertThat(english.say("home.failed", 2)).isEqualTo("2 test cases fail");
    assertThat(english.date(LocalDate.of(2015, 3, 5))).isEqualTo("5 Mar 2015");
    assertThat(chinese.date(LocalDate.of(2015, 3, 5))).isEqualTo("2015年3月5日");
    assertThat(english.money(new BigDecimal("1234.5"), "USD")).isEqualTo("US$1,234.50");
    assertThat(english.money(new BigDecimal("1234"), "JPY")).isEqualTo("JP¥1,234");
    assertThat(english.percent(new BigDecimal("35.00"))).isEqualTo("35%");
  }

  @Test
  void unknownCodesAreMadeReadable() {
    assertThat(new Messages(Locale.UK).word("MY_OWN_REASON")).isEqualTo("My own reason");
    assertThatCode(() -> new Messages(Locale.UK).word("")).doesNotThrowAnyException();
  }

  private static Path chinese(Path english) {
    return english.resolveSibling(
        english.getFileName().toString().replace(".properties", "_zh.properties"));
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
