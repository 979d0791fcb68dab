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
 * A set of facts for which a table's outcomes change in the same way.
 *
 * @param sentence such as {@code goodwill: where reason is LOST and daysLate is from 10 to 14,
 *     nextOrderDiscountPercent goes from 5 to 10}
 * @param where by fact that restricts the region, a text such as {@code is from 10 to 14}
 * @param before outcomes of rows that no longer apply, by name; at most one row unless the table
 *     collects
 * @param after outcomes of rows that did not apply before
 * @param example facts in the region, by name, with values of their terms' types; absent facts are
 *     unknown
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

  static Region of(TablePair tables, Boxes space, Box box, AnswerChange change) {
    Map<String, Phrase> where = where(space, box);
    return new Region(
        Phrase.of(
            "difference.sentence",
            Phrase.named(Phrase.Named.TABLE, tables.after().name()),
            where.isEmpty() ? Phrase.of("difference.always") : all(where),
            new AnswerChangeText(tables.outcomes(), tables.collectsAfter()).of(change)),
        where,
        named(tables.outcomes(), change.before()),
        named(tables.outcomes(), change.after()),
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
      if (!space.unrestricted(box, column)) {
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
