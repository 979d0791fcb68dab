package io.redress.compare;

import io.redress.table.Term;
import io.redress.verify.Box;
import io.redress.verify.Boxes;
import io.redress.verify.Domain;
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
    String sentence,
    Map<String, String> where,
    List<Map<String, Object>> before,
    List<Map<String, Object>> after,
    Map<String, Object> example) {
  public Region {
    where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
    before = List.copyOf(before);
    after = List.copyOf(after);
    example = Collections.unmodifiableMap(new LinkedHashMap<>(example));
  }

  static Region of(TwoTables tables, Boxes space, Box box, Turn turn) {
    Map<String, String> where = where(space, box);
    String facts =
        where.isEmpty()
            ? "for all facts"
            : "where "
                + String.join(
                    " and ",
                    where.entrySet().stream()
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .toList());
    return new Region(
        tables.after().name()
            + ": "
            + facts
            + ", "
            + new TurnWords(tables.outcomes(), tables.collectsAfter()).of(turn),
        where,
        named(tables.outcomes(), turn.before()),
        named(tables.outcomes(), turn.after()),
        space.example(box));
  }

  private static Map<String, String> where(Boxes space, Box box) {
    Map<String, String> where = new LinkedHashMap<>();
    for (int column = 0; column < space.domains().size(); column++) {
      if (!space.anything(box, column)) {
        Domain domain = space.domains().get(column);
        where.put(domain.term().name(), DomainWords.of(domain, box.side(column)));
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
