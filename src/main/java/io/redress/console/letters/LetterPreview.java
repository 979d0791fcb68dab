package io.redress.console.letters;

import io.redress.check.testcase.TestCases;
import io.redress.domain.decision.Decision;
import io.redress.domain.decision.Letter;
import io.redress.domain.dispute.Dispute;
import io.redress.rules.letter.LetterEdit;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.RuleSetFiles;
import io.redress.rules.source.ProblemList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Letters with a text, of decisions on the facts of test cases.
 *
 * @param samples a few decisions whose letters have it
 */
record LetterPreview(List<Sample> samples) {
  private static final int MAX_SAMPLES = 3;

  /** Not in any letter. */
  private static final String MARK = " \u00a7\u00a7\u00a7";

  LetterPreview {
    samples = List.copyOf(samples);
  }

  /** A decision, and its letter in each language. */
  record Sample(String dispute, String resolution, List<InLanguage> letters) {}

  /** A letter. */
  record InLanguage(String tag, String language, Letter letter) {}

  /**
   * @param rules with the text to be seen
   * @param files of these rules
   */
  static LetterPreview of(
      RuleSet rules, RuleSetFiles files, TestCases cases, String name, Locale reader) {
    Optional<RuleSet> marked = RuleSet.read(marked(files, name), new ProblemList());
    List<Sample> samples = new ArrayList<>();
    if (marked.isPresent()) {
      for (Dispute dispute : cases.disputes()) {
        if (samples.size() < MAX_SAMPLES && isMarked(marked.get().decide(dispute))) {
          samples.add(sample(rules, dispute, reader));
        }
      }
    }
    return new LetterPreview(samples);
  }

  /** A letter that has the mark has the text, whatever other conditions decide that. */
  private static RuleSetFiles marked(RuleSetFiles files, String name) {
    Map<String, byte[]> changed = new TreeMap<>();
    files
        .all()
        .forEach(
            (file, bytes) -> {
              if (LetterTextView.isLetter(file)) {
                LetterEdit.text(bytes, name)
                    .ifPresent(
                        text -> changed.put(file, LetterEdit.with(bytes, name, text + MARK)));
              }
            });
    return files.with(changed);
  }

  private static boolean isMarked(Decision decision) {
    Letter letter = decision.letter();
    return letter != null && (letter.subject() + letter.body()).contains(MARK.strip());
  }

  private static Sample sample(RuleSet rules, Dispute dispute, Locale reader) {
    Decision decision = rules.decide(dispute);
    return new Sample(
        String.valueOf(dispute.disputeId()),
        decision.resolution().name(),
        rules.letters(decision).stream()
            .map(
                letter ->
                    new InLanguage(
                        letter.locale().toLanguageTag(),
                        letter.locale().getDisplayName(reader),
                        letter))
            .toList());
  }
}
