package io.redress.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.MessageFormat;
import io.redress.check.expectation.Expectation;
import io.redress.check.verify.Finding;
import io.redress.domain.decision.Warning;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.store.RuleSetStatus;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.table.Term;
import io.redress.rules.table.ValueType;
import io.redress.security.audit.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;

/** The console texts in both languages. */
class MessagesTest {
  private static final Path MESSAGES = Path.of("src/main/resources/messages");
  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Path CLASSES = Path.of("target/classes/io/redress");

  /** CONSTANT_Utf8 in the constant pool of a class file. */
  private static final int TEXT = 1;

  /** Areas whose keys are made of codes and types, not written in code. */
  private static final Set<String> BY_CODE = Set.of("gist", "problem", "word");

  private static final List<String> OF_THE_CORE = List.of("difference", "insight", "request");
  private static final Pattern LITERAL = Pattern.compile("'([^']*)'|\"([^\"]*)\"");

  static Stream<Path> areas() throws IOException {
    return Files.list(MESSAGES)
        .filter(file -> !file.getFileName().toString().contains("_"))
        .sorted();
  }

  @Test
  void whatTheProgramItselfWritesIsTranslated() {
    Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    assertThat(chinese.actor(Actor.FOLDER)).isEqualTo("文件夹");
    assertThat(chinese.actor(Actor.LOCAL)).isEqualTo("本机用户");
    assertThat(chinese.actor("Anna")).isEqualTo("Anna");
    assertThat(chinese.comment(by(Actor.FOLDER, "Saved in the folder"))).isEqualTo("在文件夹中保存");
    assertThat(chinese.comment(by("Anna", "Saved in the folder"))).isEqualTo("Saved in the folder");
    assertThat(chinese.ruleSet(by(Actor.FOLDER, "Saved in the folder"))).contains("在文件夹中保存");
  }

  private static StoredRuleSet by(String author, String comment) {
    return new StoredRuleSet(
        "0123456789ab",
        "0",
        RuleSetStatus.CANDIDATE,
        Instant.EPOCH,
        author,
        comment,
        null,
        List.of(),
        "{}");
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

  /** Explanations are in all languages of the letters. */
  @ParameterizedTest
  @ValueSource(strings = {"de", "es", "fr", "pt", "ru", "zh"})
  void explanationsAreInTheLanguagesOfLetters(String language) throws IOException {
    Properties english = read(MESSAGES.resolve("insight.properties"));
    Properties other = read(MESSAGES.resolve("insight_" + language + ".properties"));
    assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(other.getProperty(key), Locale.forLanguageTag(language)))
          .as(key)
          .isEqualTo(arguments(english.getProperty(key), Locale.UK));
    }
    assertThat(Path.of("rules/letters", language + ".txt")).exists();
  }

  private static Set<Integer> arguments(String text, Locale locale) {
    int length = new MessageFormat(text, locale).getFormatsByArgumentIndex().length;
    return IntStream.range(0, length).boxed().collect(Collectors.toSet());
  }

  /** The grid takes words for codes, so the words of a column differ. */
  @Test
  void everyCodeOfTheShippedTablesHasAWordOfItsOwn() {
    RuleSet rules = RuleSet.load(Path.of("rules"));
    for (Locale locale : List.of(Locale.UK, Locale.SIMPLIFIED_CHINESE)) {
      Messages messages = new Messages(locale);
      for (Term term : codesOf(rules)) {
        List<String> codes =
            term.type() == ValueType.ENUM ? term.allowed() : rules.codes().of(term);
        assertThat(messages.words().keySet()).as(term.name()).containsAll(codes);
        assertThat(codes.stream().map(messages::word))
            .as(term.name() + " in " + locale)
            .doesNotHaveDuplicates();
      }
    }
  }

  /** Without holidays, of which a library names hundreds. */
  private static List<Term> codesOf(RuleSet rules) {
    return rules.tables().terms().all().stream()
        .filter(term -> term.type() == ValueType.ENUM || term.type() == ValueType.CODE)
        .filter(term -> !term.name().toLowerCase(Locale.ROOT).endsWith("holiday"))
        .toList();
  }

  @Test
  void codesOfCellsAreShownAsWords() {
    assertThat(new Messages(Locale.UK).words("not(LOST, MY_OWN), -"))
        .isEqualTo("not(Lost, MY_OWN), -");
  }

  @Test
  void expectationsAreSaidInBothLanguages() {
    Messages english = new Messages(Locale.UK);
    Messages chinese = new Messages(Locale.SIMPLIFIED_CHINESE);
    for (boolean lacks : List.of(false, true)) {
      String text = new Expectation.ContainsText(List.of("5%"), lacks).toString();
      String list = new Expectation.Contains(List.of(), lacks).toString();
      assertThat(english.expectation(text)).isEqualTo(text);
      assertThat(chinese.expectation(text)).endsWith("5%").doesNotContain("text");
      assertThat(chinese.expectation(list)).isNotBlank().doesNotContain("list");
    }
    assertThat(english.expectation("a list with {type LOST}")).isEqualTo("a list with {type Lost}");
    assertThat(chinese.expectation(new Expectation.Absent().toString())).isEqualTo("没有");
    assertThat(english.member("refund.amount.unknown")).isEqualTo("refund.amount.unknown");
    assertThat(chinese.member("resolution")).isEqualTo("处理方式");
  }

  @Test
  void keysUsedByPagesExist() throws IOException {
    Set<String> areas = new TreeSet<>();
    Set<String> known = new TreeSet<>();
    for (Path file : areas().toList()) {
      areas.add(file.getFileName().toString().replace(".properties", ""));
      known.addAll(read(file).stringPropertyNames());
    }
    areas.removeAll(BY_CODE);
    Set<String> said = keys(areas, Stream.concat(inTemplates(), inClasses("console")));
    assertThat(said).hasSizeGreaterThan(100).allMatch(key -> isIn(known, key));
  }

  /** Whether there is a text for a key, or there are texts for what a key begins with. */
  private static boolean isIn(Set<String> known, String key) {
    return known.contains(key)
        || known.stream()
            .anyMatch(one -> one.startsWith(key + "_") || key.endsWith(".") && one.startsWith(key));
  }

  @Test
  void keysOfRulesAndChecksAreThoseUsed() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String area : OF_THE_CORE) {
      known.addAll(read(MESSAGES.resolve(area + ".properties")).stringPropertyNames());
    }
    assertThat(keys(OF_THE_CORE, inClasses("domain", "rules", "check", "insight", "http")))
        .isEqualTo(known);
  }

  private static Set<String> keys(Collection<String> areas, Stream<String> texts) {
    Pattern key = Pattern.compile("((" + String.join("|", areas) + ")[.][a-zA-Z0-9._-]*)\\u0001?");
    return texts
        .map(key::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The quoted texts of templates. */
  private static Stream<String> inTemplates() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : files(TEMPLATES, ".html")) {
      LITERAL
          .matcher(Files.readString(file))
          .results()
          .map(one -> one.group(1) == null ? one.group(2) : one.group(1))
          .forEach(texts::add);
    }
    return texts.stream();
  }

  /**
   * All texts in compiled classes, those of annotations included; where more is added to a text
   * when it runs, U+0001 stands for what.
   */
  private static Stream<String> inClasses(String... wings) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String wing : wings) {
      for (Path file : files(CLASSES.resolve(wing), ".class")) {
        texts.addAll(texts(Files.readAllBytes(file)));
      }
    }
    return texts.stream();
  }

  private static List<String> texts(byte[] content) {
    List<String> texts = new ArrayList<>();
    ClassReader code = new ClassReader(content);
    for (int item = 1; item < code.getItemCount(); item++) {
      int at = code.getItem(item);
      if (at > 0 && code.readByte(at - 1) == TEXT) {
        int length = code.readUnsignedShort(at);
        texts.add(new String(content, at + Short.BYTES, length, StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  private static List<Path> files(Path root, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    }
  }

  @Test
  void everyCodeHasAChineseGist() throws IOException {
    Set<String> codes =
        Stream.of(ProblemCode.values(), Finding.Code.values())
            .flatMap(Stream::of)
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    Stream.of(Warning.Code.values()).map(Enum::name).forEach(codes::add);
    Stream.of(ProblemType.values()).map(MessagesTest::name).forEach(codes::add);
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
