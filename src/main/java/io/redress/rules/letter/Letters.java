package io.redress.rules.letter;

import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.rules.source.RuleProblem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The letters of one rule set, in all its languages; safe for all threads.
 *
 * <p>A letter depends on nothing but the decision and these texts: neither on the machine's clock
 * nor on its locale or time zone.
 */
public final class Letters {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final Map<Locale, Language> languages;

  Letters(Map<Locale, Language> languages) {
    this.languages = Map.copyOf(languages);
  }

  /**
   * Reads {@code letters/*.txt}, one file a language, named by its BCP 47 tag.
   *
   * @param files of the rule set, by path
   * @param problems takes all that is wrong; what is read then is of no use when there are any
   */
  public static Letters read(Map<String, byte[]> files, List<RuleProblem> problems) {
    return new Letters(LanguageReader.read(files, problems));
  }

  /** The languages in which letters can be written. */
  public Set<Locale> languages() {
    return languages.keySet();
  }

  /** The reply to the buyer, in the buyer's language where that is supported, else in English. */
  public Letter write(Decision decision) {
    return write(decision, decision.assessment().dispute().buyer().locale());
  }

  /** The same reply in another language, or in English where that is not supported. */
  public Letter write(Decision decision, @Nullable Locale wanted) {
    Language language = language(wanted);
    return new LetterWriter(decision, language, LocaleFormat.of(formats(wanted, language)))
        .letter();
  }

  /** RFC 4647's look-up: the wanted tag, shortened from its end until there is such a language. */
  private Language language(@Nullable Locale wanted) {
    String tag = wanted == null ? "" : wanted.stripExtensions().toLanguageTag();
    while (!tag.isEmpty()) {
      Language found = languages.get(Locale.forLanguageTag(tag));
      if (found != null) {
        return found;
      }
      tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    }
    Language english = languages.get(Locale.ENGLISH);
    if (english == null) {
      throw new IllegalStateException("the rule set has no English letters");
    }
    return english;
  }

  /** The text's language as it is written in the reader's country. */
  private static Locale formats(@Nullable Locale wanted, Language language) {
    Locale text = language.locale();
    return wanted != null
            && wanted.getLanguage().equals(text.getLanguage())
            && text.getCountry().isEmpty()
            && COUNTRIES.contains(wanted.getCountry())
        ? new Locale.Builder().setLocale(text).setRegion(wanted.getCountry()).build()
        : text;
  }
}
