package io.redress.rules.letter;

import com.ibm.icu.util.LocaleMatcher;
import com.ibm.icu.util.ULocale;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.dispute.ActionType;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one rule set, in all its languages. Thread-safe.
 *
 * <p>A letter depends on the decision and the texts only, not on the clock, locale or time zone of
 * the machine.
 */
public final class Letters {
  /** The languages that the shipped rules have, except for English, which is required. */
  private static final List<String> USUAL =
      List.of("de", "es", "fr", "pt", "pt-PT", "ru", "zh", "zh-Hant");

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<Locale, Language> languages;

  /** By language code. */
  private final Map<String, LocaleMatcher> matchers;

  Letters(Map<Locale, Language> languages) {
    this.languages = Map.copyOf(languages);
    this.matchers =
        languages.keySet().stream()
            .map(ULocale::forLocale)
            .collect(
                Collectors.groupingBy(
                    ULocale::getLanguage,
                    Collectors.collectingAndThen(Collectors.toList(), Letters::matcher)));
  }

  private static LocaleMatcher matcher(List<ULocale> sameLanguage) {
    return LocaleMatcher.builder().setSupportedULocales(sameLanguage).setNoDefaultLocale().build();
  }

  /**
   * Reads {@code letters/*.txt}, one file a language, named by its BCP 47 tag.
   *
   * @param files of the rule set, by path
   * @param used the actions that the rules may take, which need texts
   * @param own the names of facts and outcomes of the seller's own, which texts may have; null when
   *     they could not be read
   * @param problems receives all problems; with any, the result must not be used
   */
  public static Letters read(
      Map<String, byte[]> files,
      Set<ActionType> used,
      @Nullable Set<String> own,
      List<RuleProblem> problems) {
    if (own != null) {
      OwnPlaceholders.check(files, own, problems);
    }
    return new Letters(LanguageReader.read(files, used, problems));
  }

  /** The names of all values that texts can have, without those of the seller's own. */
  public static List<String> placeholders() {
    return Placeholder.names();
  }

  /** Returns the supported languages. */
  public Set<Locale> languages() {
    return languages.keySet();
  }

  /**
   * Returns notes about usual languages that have no file of their own, and what is read instead.
   */
  public List<String> notes() {
    return USUAL.stream()
        .map(Locale::forLanguageTag)
        .filter(usual -> !languages.containsKey(usual))
        .map(
            usual ->
                String.format(
                    Locale.ROOT,
                    "letters/%s.txt: there is no such file; buyers with this locale get letters in"
                        + " %s.",
                    usual.toLanguageTag(),
                    language(usual).locale().toLanguageTag()))
        .toList();
  }

  /** Writes the letter in the buyer's language, or in English when that is not supported. */
  public Letter write(Decision decision) {
    return write(decision, decision.assessment().dispute().buyer().locale());
  }

  /** Writes the letter in the given language, or in English when that is not supported. */
  public Letter write(Decision decision, @Nullable Locale wanted) {
    Language language = language(wanted);
    return new LetterWriter(decision, language, LocaleFormat.of(formatLocale(wanted, language)))
        .letter();
  }

  /**
   * Whether there are letters in the wanted language, in whatever script or for whatever country.
   */
  public boolean supports(Locale wanted) {
    return matching(wanted) != null;
  }

  private Language language(@Nullable Locale wanted) {
    Language found = wanted == null ? null : matching(wanted);
    return found != null ? found : english();
  }

  /**
   * Returns the closest letters of the same language: by BCP 47, likely scripts and CLDR's regional
   * preferences, so that Taiwan reads {@code zh-Hant}, and Angola {@code pt-PT}. Another script is
   * better than another language.
   */
  private @Nullable Language matching(Locale wanted) {
    Language exact = languages.get(wanted);
    if (exact != null) {
      return exact;
    }
    ULocale canonical = ULocale.createCanonical(ULocale.forLocale(wanted.stripExtensions()));
    LocaleMatcher matcher = matchers.get(canonical.getLanguage());
    ULocale best = matcher == null ? null : matcher.getBestMatch(canonical);
    Locale found = best == null ? Locale.forLanguageTag(canonical.getLanguage()) : best.toLocale();
    return languages.get(found);
  }

  private Language english() {
    Language english = languages.get(Locale.ENGLISH);
    if (english == null) {
      throw new IllegalStateException("the rule set has no English letters");
    }
    return english;
  }

  /**
   * Returns the locale for dates and numbers: the language of the text with the reader's country.
   */
  private static Locale formatLocale(@Nullable Locale wanted, Language language) {
    Locale text = language.locale();
    return wanted != null
            && wanted.getLanguage().equals(text.getLanguage())
            && text.getCountry().isEmpty()
            && COUNTRIES.contains(wanted.getCountry())
        ? new Locale.Builder().setLocale(text).setRegion(wanted.getCountry()).build()
        : text;
  }
}
