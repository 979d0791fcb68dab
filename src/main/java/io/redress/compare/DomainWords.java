package io.redress.compare;

import io.redress.table.Span;
import io.redress.table.ValueType;
import io.redress.table.Values;
import io.redress.verify.Domain;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which values a fact may have. */
final class DomainWords {
  private final Domain domain;
  private final BitSet known;
  private final boolean unknown;

  private DomainWords(Domain domain, long[] set) {
    this.domain = domain;
    this.known = BitSet.valueOf(set);
    this.unknown = known.get(domain.values().size());
    known.clear(domain.values().size());
  }

  /**
   * What is to follow the fact's name, such as {@code is from 10 to 14}.
   *
   * @param set of some values, but not of all
   */
  static String of(Domain domain, long[] set) {
    return new DomainWords(domain, set).words();
  }

  private String words() {
    if (known.isEmpty()) {
      return "is not known";
    }
    if (known.cardinality() == domain.values().size()) {
      return "is known";
    }
    if (domain.term().list()) {
      return setsOfWords();
    }
    List<String> in = new ArrayList<>(told(known));
    List<String> out = told(others());
    boolean others = known.get(domain.values().size() - 1);
    if (domain.open() ? others : out.size() < in.size()) {
      String not = out.size() == 1 ? "not " + out.get(0) : "neither " + list(out, " nor ");
      return unknown ? "is " + not : "is known, but " + not;
    }
    if (unknown) {
      in.add("not known");
    }
    return "is " + list(in, " or ");
  }

  private BitSet others() {
    BitSet others = new BitSet();
    others.set(0, domain.values().size());
    others.andNot(known);
    return others;
  }

  /** Some values, each as long a stretch as there is of those that have an order. */
  private List<String> told(BitSet values) {
    return domain.term().type().ordered()
        ? domain.spans(values.toLongArray()).stream().map(this::told).toList()
        : values.stream().mapToObj(domain.values()::get).map(Values::text).toList();
  }

  private String told(Span span) {
    String low = span.low() == null ? "" : Values.text(span.low());
    String high = span.high() == null ? "" : Values.text(span.high());
    if (low.equals(high)) {
      return low;
    }
    if (low.isEmpty()) {
      return (span.highIncluded() ? "up to " : "below ") + high;
    }
    if (high.isEmpty()) {
      String more = domain.term().type() == ValueType.DATE ? " or later" : " or more";
      return span.lowIncluded() ? low + more : "above " + low;
    }
    return span.lowIncluded()
        ? "from " + low + " to " + (span.highIncluded() ? "" : "below ") + high
        : "above " + low + " and " + (span.highIncluded() ? "up to " : "below ") + high;
  }

  /** Which words a list holds, if that can be said so, or else each list. */
  private String setsOfWords() {
    List<Set<?>> lists =
        known.stream().<Set<?>>mapToObj(i -> (Set<?>) domain.values().get(i)).toList();
    List<String> words =
        domain.values().stream()
            .map(value -> (Set<?>) value)
            .filter(value -> value.size() == 1)
            .map(Values::text)
            .toList();
    String orUnknown = unknown ? " or is not known" : "";
    List<String> always =
        words.stream().filter(word -> holding(lists, word) == lists.size()).toList();
    List<String> never = words.stream().filter(word -> holding(lists, word) == 0).toList();
    if (lists.size() == 1 << words.size() - always.size() - never.size()) {
      return Stream.of(
                  always.isEmpty() ? "" : "holds " + list(always, " and "),
                  never.isEmpty() ? "" : "does not hold " + list(never, " or "))
              .filter(said -> !said.isEmpty())
              .collect(Collectors.joining(" and "))
          + orUnknown;
    }
    List<String> enough = words.stream().filter(word -> lists.contains(Set.of(word))).toList();
    boolean oneIsEnough =
        lists.stream().allMatch(list -> enough.stream().anyMatch(list::contains))
            && lists.size() == (1 << words.size()) - (1 << words.size() - enough.size());
    return oneIsEnough
        ? "holds " + list(enough, " or ") + orUnknown
        : "is " + list(lists.stream().map(DomainWords::braces).toList(), " or ") + orUnknown;
  }

  private static long holding(List<Set<?>> lists, String word) {
    return lists.stream().filter(list -> list.contains(word)).count();
  }

  private static String braces(Set<?> words) {
    return words.isEmpty()
        ? "empty"
        : "{" + String.join(", ", words.stream().map(Object::toString).sorted().toList()) + "}";
  }

  private static String list(List<String> words, String last) {
    int size = words.size();
    return size < 2
        ? String.join("", words)
        : String.join(", ", words.subList(0, size - 1)) + last + words.get(size - 1);
  }
}
