package io.redress.platform.phrase;

import com.fasterxml.jackson.annotation.JsonValue;
import com.ibm.icu.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A message that can be rendered in any supported language. Texts are in {@code
 * messages/AREA.properties} and {@code AREA_zh.properties}; keys begin with the area's name, and
 * patterns are ICU's: {@code {0, plural, one {# row} other {# rows}}}. JSON has the English text.
 */
public final class Phrase {
  private static final ResourceBundle.Control OWN_LANGUAGE_OR_ENGLISH =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /** What a code names, of those that people have other words for. */
  public enum Named {
    TABLE,
    TERM,
    VALUE
  }

  /** The words for codes; without one, codes are shown as they are. */
  @FunctionalInterface
  public interface Wording {
    Wording CODES = (kind, code) -> code;

    String of(Named kind, String code);
  }

  private final BiFunction<Locale, Wording, String> renderer;

  private Phrase(BiFunction<Locale, Wording, String> renderer) {
    this.renderer = renderer;
  }

  /**
   * @param arguments numbers, texts that are the same in all languages, and other phrases
   */
  public static Phrase of(String key, Object... arguments) {
    return new Phrase(
        (locale, wording) ->
            new MessageFormat(text(key, locale), locale)
                .format(Arrays.stream(arguments).map(one -> in(locale, wording, one)).toArray()));
  }

  private static Object in(Locale locale, Wording wording, Object argument) {
    return argument instanceof Phrase phrase ? phrase.in(locale, wording) : argument;
  }

  /**
   * The gist of a problem or finding, by its code. Messages about rules are in English only, since
   * engineers exchange and search them; readers of other languages get a short text for the code.
   *
   * @param code such as {@code OVERLAP}
   * @param message the full text, for languages that have no gist for the code
   */
  public static Phrase gist(Object code, String message) {
    return new Phrase(
        (locale, wording) -> {
          try {
            return text("gist." + code, locale);
          } catch (MissingResourceException none) {
            return message;
          }
        });
  }

  /** Returns a text that is the same in all languages, such as a name. */
  public static Phrase verbatim(String text) {
    return new Phrase((locale, wording) -> text);
  }

  /** Returns a code, which readers may have a word for. */
  public static Phrase named(Named kind, String code) {
    return new Phrase((locale, wording) -> wording.of(kind, code));
  }

  /**
   * Joins phrases to a list.
   *
   * @param joint key of the pattern that joins two, such as {@code {0}; {1}}
   */
  public static Phrase list(List<Phrase> parts, String joint) {
    return list(parts, joint, joint);
  }

  /**
   * @param last key of the pattern that joins the last one, such as {@code {0} or {1}}
   */
  public static Phrase list(List<Phrase> parts, String joint, String last) {
    int most = parts.size() - 1;
    return most < 1
        ? parts.stream().findFirst().orElse(verbatim(""))
        : new Phrase(
            (locale, wording) ->
                parts.stream()
                        .limit(most)
                        .map(part -> part.in(locale, wording))
                        .collect(Collectors.joining(between(joint, locale)))
                    + between(last, locale)
                    + parts.get(most).in(locale, wording));
  }

  private static String between(String joint, Locale locale) {
    return of(joint, "", "").in(locale);
  }

  /** Returns the phrase with its first letter in upper case. */
  public Phrase asSentence() {
    return new Phrase(
        (locale, wording) -> {
          String text = in(locale, wording);
          return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
        });
  }

  /**
   * @throws MissingResourceException when a key has no text, which is a programming error
   */
  public String in(Locale locale) {
    return in(locale, Wording.CODES);
  }

  /** Returns the text with the words that readers have for codes. */
  public String in(Locale locale, Wording wording) {
    return renderer.apply(locale, wording);
  }

  /** Returns the pattern of a key. */
  public static String text(String key, Locale locale) {
    return bundle(key.substring(0, key.indexOf('.')), locale).getString(key);
  }

  /** Returns all patterns of an area, by key without the area; empty when the language has none. */
  public static Map<String, String> texts(String area, Locale locale) {
    try {
      ResourceBundle texts = bundle(area, locale);
      return texts.keySet().stream()
          .collect(
              Collectors.toMap(
                  key -> key.substring(area.length() + 1),
                  texts::getString,
                  (a, b) -> a,
                  TreeMap::new));
    } catch (MissingResourceException none) {
      return Map.of();
    }
  }

  private static ResourceBundle bundle(String area, Locale locale) {
    return ResourceBundle.getBundle(
        "messages." + area, locale, Phrase.class.getClassLoader(), OWN_LANGUAGE_OR_ENGLISH);
  }

  /** Returns the English text. */
  @JsonValue
  @Override
  public String toString() {
    return in(Locale.UK);
  }
}
