package io.redress.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.Currency;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateData;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.security.audit.Actor;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the console in one language; templates call it {@code cdi:t}. */
@TemplateData
public class Messages {
  private static final Pattern LAST_CODE = Pattern.compile("\\[([A-Z_]+)]$");
  private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9_]+\\b");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_DECIMALS = 4;
  private static final int MAX_NAME = 120;

  /** Keys of texts that {@code Expectation} begins with. */
  private static final List<String> EXPECTATIONS =
      List.of(
          "rulesets.listWith", "rulesets.listWithout", "rulesets.textWith", "rulesets.textWithout");

  private static final String ABSENT = "absent";

  private final Locale locale;
  private Map<String, String> words = Map.of();

  public Messages(Locale locale) {
    this.locale = locale;
  }

  /** The language as a BCP 47 tag, for the HTML attribute {@code lang}. */
  public String language() {
    return locale.toLanguageTag();
  }

  public boolean chinese() {
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
  }

  /**
   * The text of a key.
   *
   * @see Phrase
   * @throws MissingResourceException when the key is unknown: a defect of the template
   */
  public String say(String key, Object... arguments) {
    return phrase(Phrase.of(key, arguments));
  }

  /** A phrase of the rules or checks in this language. */
  public String phrase(Phrase phrase) {
    return phrase.in(locale);
  }

  /** A phrase with the words that readers have for its codes. */
  public String phrase(Phrase phrase, Phrase.Wording wording) {
    return phrase.in(locale, wording);
  }

  /**
   * The text of an enum value.
   *
   * @param kind such as {@code rulesets.severity}, for {@code rulesets.severity_ERROR}
   */
  public String choice(String kind, Enum<?> value) {
    return text(kind + "_" + value.name());
  }

  /**
   * What people call a rule set: its number, and the first line of its comment. A copy that the
   * database did not number has its version.
   */
  public String ruleSet(StoredRuleSet one) {
    String line = comment(one).lines().findFirst().orElse("").strip();
    String brief = line.length() > MAX_NAME ? line.substring(0, MAX_NAME).strip() + "…" : line;
    return brief.isEmpty() ? ruleSetNumber(one) : say("work.name", numberOf(one), brief);
  }

  /** The comment of a rule set: what the program itself writes there is in this language. */
  public String comment(StoredRuleSet one) {
    return one.createdBy().equals(Actor.FOLDER)
        ? one.comment().replaceFirst("^Saved in the folder(?=[.]? |$)", say("work.savedInFolder"))
        : one.comment();
  }

  /** Who did something: a person or system by its name, a part of this program in this language. */
  public String actor(String name) {
    return find("access.actor." + name.replace(' ', '-')).orElse(name);
  }

  /** The number of a rule set alone, for buttons. */
  public String ruleSetNumber(StoredRuleSet one) {
    return say("work.nameOnly", numberOf(one));
  }

  private static String numberOf(StoredRuleSet one) {
    return one.number() == 0 ? one.version() : String.valueOf(one.number());
  }

  /**
   * A key that ends with a name.
   *
   * @param kind such as {@code access.role.}
   */
  public String key(String kind, String name) {
    return kind + name;
  }

  /** The text of a key that may not exist. */
  public Optional<String> find(String key) {
    try {
      return Optional.of(text(key));
    } catch (MissingResourceException unknown) {
      return Optional.empty();
    }
  }

  private String text(String key) {
    return Phrase.text(key, locale);
  }

  /**
   * A summary of a problem or finding in this language; empty in English, as messages are in
   * English.
   */
  public String gist(Object code) {
    return phrase(Phrase.gist(code, ""));
  }

  /**
   * @param line that ends with its code, such as {@code LAW_BROKEN} in square brackets
   */
  public String gistOfLine(String line) {
    Matcher code = LAST_CODE.matcher(line);
    return code.find() ? gist(code.group(1)) : "";
  }

  /** All gists by code as JSON, for scripts. */
  public RawString gists() {
    return json(Phrase.texts("gist", locale));
  }

  /** Title and advice by problem type as JSON, for scripts; empty in English. */
  public RawString problems() {
    Map<String, String> problems = new TreeMap<>();
    Phrase.texts("problem", locale)
        .forEach((type, title) -> problems.put(type, say("shell.problem", title, gist(type))));
    return json(problems);
  }

  private static RawString json(Map<String, String> texts) {
    try {
      return new RawString(JSON.writeValueAsString(texts));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The text of a vocabulary code; codes of a rule set's own are made readable. */
  public String word(Object code) {
    String key = "word." + code;
    try {
      return text(key);
    } catch (MissingResourceException ownWord) {
      String plain = code.toString().replace('_', ' ').toLowerCase(Locale.ROOT);
      return plain.isEmpty() ? plain : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
  }

  /** The texts of all vocabulary codes, by code. */
  public Map<String, String> words() {
    if (words.isEmpty()) {
      words = Phrase.texts("word", locale);
    }
    return words;
  }

  /**
   * A cell or list with the texts of its codes, such as {@code not(Lost, Damaged)}; anything else
   * stays as it is.
   */
  public String words(String cell) {
    Map<String, String> texts = words();
    return CODE.matcher(cell)
        .replaceAll(
            found -> Matcher.quoteReplacement(texts.getOrDefault(found.group(), found.group())));
  }

  /**
   * What people call a value of a decision, such as {@code refund.amount}; its name where they have
   * no word for it.
   */
  public String member(String name) {
    return find("decisions.member." + name).orElse(name);
  }

  /** What is expected of a value, or what it is, with words for its codes. */
  public String expectation(String text) {
    for (String key : EXPECTATIONS) {
      String said = Phrase.text(key, Locale.UK).replace("{0}", "");
      if (text.startsWith(said)) {
        return say(key, words(text.substring(said.length())));
      }
    }
    return text.equals(ABSENT) ? say("rulesets.absent") : words(text);
  }

  /**
   * The title of a problem type.
   *
   * @param type such as {@code not-found}
   */
  String problem(String type) {
    return say("problem." + type);
  }

  /** A day, such as 5 Mar 2026. */
  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** An instant in the service's time zone, to the minute. */
  public String moment(Instant moment) {
    return moment(moment, ZoneId.systemDefault());
  }

  /** An instant in a time zone, to the minute. */
  public String moment(Instant moment, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(moment);
  }

  /**
   * The name of a country.
   *
   * @param code ISO 3166-1 alpha-2
   */
  public String country(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
  }

  public String number(Number number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(MAX_DECIMALS);
    return format.format(number);
  }

  /**
   * @param percent 5 for 5%
   */
  public String percent(Number percent) {
    return number(percent) + "%";
  }

  /**
   * @param currency ISO 4217
   */
  public String money(BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency));
    return format.format(amount);
  }
}
