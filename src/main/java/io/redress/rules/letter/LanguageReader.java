package io.redress.rules.letter;

import io.redress.domain.dispute.ActionType;
import io.redress.platform.text.ClosestWord;
import io.redress.rules.letter.TextParser.TextProblems;
import io.redress.rules.source.ProblemCode;
import io.redress.rules.source.RuleProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the letter files of a rule set, and checks that all languages have the texts of the English
 * file.
 */
final class LanguageReader {
  private static final String FOLDER = "letters/";
  private static final String ENDING = ".txt";
  private static final String ENGLISH = FOLDER + "en" + ENDING;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** Characters of a text; some thirty texts are a letter, which the journal has to store. */
  private static final int MAX_LENGTH = 4_000;

  /** What a placeholder counts: the characters that a fact may have. */
  private static final int VALUE_LENGTH = 200;

  private final String file;
  private final Map<String, LetterFile.Text> texts;
  private final List<RuleProblem> problems;

  private LanguageReader(
      String file, Map<String, LetterFile.Text> texts, List<RuleProblem> problems) {
    this.file = file;
    this.texts = texts;
    this.problems = problems;
  }

  static Map<Locale, Language> read(
      Map<String, byte[]> files, Set<ActionType> used, List<RuleProblem> problems) {
    Map<Locale, Language> languages = new HashMap<>();
    if (!files.containsKey(ENGLISH)) {
      String advice = "Add it: English is used for buyers whose language has no letters.";
      problems.add(
          RuleProblem.ofFile(ENGLISH, ProblemCode.FILE_MISSING, "there is no such file.", advice));
      return languages;
    }
    List<RuleProblem> unreadable = new ArrayList<>();
    var texts = LetterFile.read(ENGLISH, files.get(ENGLISH), unreadable);
    if (texts.isEmpty()) {
      problems.addAll(unreadable);
      return languages;
    }
    Map<String, Map<String, LetterFile.Text>> all = new TreeMap<>();
    new TreeMap<>(files)
        .forEach(
            (file, bytes) -> {
              if (isLetters(file)) {
                LetterFile.read(file, bytes, problems).ifPresent(own -> all.put(file, own));
              }
            });
    Map<String, Set<Placeholder>> english = english(texts.get(), used);
    inMostOthers(all).forEach(name -> english.putIfAbsent(name, Set.of()));
    all.forEach(
        (file, own) -> {
          Language language = new LanguageReader(file, own, problems).language(english);
          languages.put(language.locale(), language);
        });
    return languages;
  }

  static boolean isLetters(String file) {
    return file.startsWith(FOLDER) && file.endsWith(ENDING);
  }

  /**
   * Returns the texts that most languages besides English have. Where English lacks one, it is
   * missing there, and not unknown in each of them.
   */
  private static Set<String> inMostOthers(Map<String, Map<String, LetterFile.Text>> all) {
    Map<String, Integer> counts = new TreeMap<>();
    all.forEach(
        (file, texts) -> {
          if (!file.equals(ENGLISH)) {
            texts.keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
          }
        });
    int others = all.size() - 1;
    return counts.keySet().stream()
        .filter(name -> Section.accepts(name) && 2 * counts.getOrDefault(name, 0) > others)
        .filter(name -> counts.getOrDefault(name, 0) > 1)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Returns the placeholders that each text of a language must have, by name; none for an invalid
   * English text.
   */
  private static Map<String, Set<Placeholder>> english(
      Map<String, LetterFile.Text> texts, Set<ActionType> used) {
    Map<String, Set<Placeholder>> english = new TreeMap<>();
    Section.requiredNames(used).forEach(name -> english.put(name, Set.of()));
    texts.forEach(
        (name, text) -> {
          List<String> invalid = new ArrayList<>();
          List<TextPart> parts =
              parsed(name, text, (index, code, value, message, advice) -> invalid.add(value));
          english.put(name, invalid.isEmpty() ? placeholders(parts) : Set.of());
        });
    return english;
  }

  private static Set<Placeholder> placeholders(List<TextPart> parts) {
    return parts.stream()
        .flatMap(TextPart::placeholders)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<TextPart> parsed(String name, LetterFile.Text text, TextProblems problems) {
    return PhraseParser.parts(text.body(), Section.knownIn(name), problems);
  }

  private Language language(Map<String, Set<Placeholder>> english) {
    Map<String, List<TextPart>> parts = new HashMap<>();
    texts.forEach((name, text) -> parts.put(name, parts(name, text, english)));
    english.keySet().stream().filter(name -> !texts.containsKey(name)).forEach(this::missing);
    return new Language(locale(), parts);
  }

  private Locale locale() {
    String tag = file.substring(FOLDER.length(), file.length() - ENDING.length());
    Locale locale = Locale.forLanguageTag(tag);
    if (!LANGUAGES.contains(locale.getLanguage()) || !locale.toLanguageTag().equals(tag)) {
      String advice = "Use one such as fr.txt or pt-BR.txt.";
      String message = tag + " is not a language tag.";
      problems.add(RuleProblem.ofFile(file, ProblemCode.LANGUAGE_UNKNOWN, message, advice));
    }
    return locale;
  }

  private List<TextPart> parts(
      String name, LetterFile.Text text, Map<String, Set<Placeholder>> english) {
    int before = problems.size();
    if (!Section.accepts(name)) {
      unknown(name, text, Section.knownNames(), "there is no text of this name.");
    } else if (!english.containsKey(name)) {
      unknown(name, text, english.keySet(), "the English letters have no text of this name.");
    }
    List<TextPart> parts =
        parsed(
            name,
            text,
            (index, code, value, message, advice) ->
                add(text.line() + lineBreaks(text.body(), index), code, value, message, advice));
    long length =
        text.body().length()
            + VALUE_LENGTH * parts.stream().flatMap(TextPart::placeholders).count();
    if (length > MAX_LENGTH) {
      tooLong(name, text, length);
    }
    if (problems.size() == before) {
      Set<Placeholder> missingHere = new TreeSet<>(english.getOrDefault(name, Set.of()));
      missingHere.removeAll(placeholders(parts));
      missingHere.forEach(placeholder -> missingHere(name, text, placeholder));
    }
    return parts;
  }

  private static int lineBreaks(String text, int end) {
    return (int) text.chars().limit(end).filter(character -> character == '\n').count();
  }

  private void unknown(
      String name, LetterFile.Text text, Collection<String> names, String message) {
    String advice =
        ClosestWord.advice(
            name, names.stream().sorted().toList(), "Remove it, or name it as its section asks.");
    add(text.line(), ProblemCode.TEXT_UNKNOWN, name, name + ": " + message, advice);
  }

  private void missingHere(String name, LetterFile.Text text, Placeholder placeholder) {
    String message =
        name + " lacks the placeholder {" + placeholder.text() + "}, which the English text has.";
    String advice = "Add it, in a phrase between [[ and ]] where it may be unknown.";
    add(text.line(), ProblemCode.PLACEHOLDER_MISSING, placeholder.text(), message, advice);
  }

  private void tooLong(String name, LetterFile.Text text, long length) {
    String message =
        name + " has " + length + " characters, each placeholder counted as " + VALUE_LENGTH + ".";
    String advice = "Shorten it to at most " + MAX_LENGTH + ".";
    add(text.line(), ProblemCode.TEXT_TOO_LONG, name, message, advice);
  }

  private void missing(String name) {
    String message = "the text " + name + " is missing.";
    String advice = "Write it below a line [" + name + "].";
    problems.add(RuleProblem.ofFile(file, ProblemCode.TEXT_MISSING, message, advice));
  }

  /** Names that share a text share its problems. */
  private void add(int line, ProblemCode code, String value, String message, String advice) {
    RuleProblem problem = RuleProblem.ofLine(file, line, code, value, message, advice);
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
