package io.redress.check.compare;

import io.redress.check.verify.Box;
import io.redress.check.verify.Boxes;
import io.redress.check.verify.Domain;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.Term;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts of which one answer of a table turns into another.
 *
 * @param sentence such as {@code goodwill: where reason is LOST and daysLate is from 10 to 14,
 *     nextOrderDiscountPercent goes from 5 to 10}
 * @param where for each fact that matters what it is, such as {@code is from 10 to 14}
 * @param before what the rows answered that answer no longer, each by name; where the first row
 *     answers, one at most
 * @param after what the rows answer that did not answer before
 * @param example facts of the region, by name, in the form of their terms; what is absent is not
 *     known
 */
public record Region(
    Phrase sentence,
    Map<String, Phrase> where,
    List<Map<String, Object>> before,
    List<Map<String, Object>> after,
    Map<String, Object> example) {
  public Region {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    before = List.copyOf(before);
    after = List.copyOf(after);
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
  }

  static Region of(TablePair tables, Boxes space, Box box, AnswerChange turn) {
    Map<String, Phrase> where = where(space, box);
    return new Region(
        Phrase.of(
            "difference.sentence",
            tables.after().name(),
            where.isEmpty() ? Phrase.of("difference.always") : all(where),
            new AnswerChangeText(tables.outcomes(), tables.collectsAfter()).of(turn)),
        where,
        named(tables.outcomes(), turn.before()),
        named(tables.outcomes(), turn.after()),
        space.example(box));
  }

  private static Phrase all(Map<String, Phrase> where) {
    List<Phrase> facts =
        where.entrySet().stream()
            .map(fact -> AnswerChangeText.fact(fact.getKey(), fact.getValue()))
            .toList();
    return Phrase.of("difference.where", Phrase.list(facts, "difference.and"));
  }

  private static Map<String, Phrase> where(Boxes space, Box box) {
    Map<String, Phrase> where = new LinkedHashMap<>();
    for (int column = 0; column < space.domains().size(); column++) {
      if (!space.anything(box, column)) {
        Domain domain = space.domains().get(column);
        where.put(domain.term().name(), DomainText.of(domain, box.side(column)));
      }
    }
    return where;
  }

  private static List<Map<String, Object>> named(
      List<Term> outcomes, List<List<Optional<Object>>> answers) {
    return answers.stream()
        .map(
            answer -> {
              Map<String, Object> named = new LinkedHashMap<>();
              for (int i = 0; i < outcomes.size(); i++) {
                String name = outcomes.get(i).name();
                answer.get(i).ifPresent(value -> named.put(name, value));
              }
              return Collections.unmodifiableMap(named);
            })
        .toList();
  }
}
