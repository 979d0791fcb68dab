package io.redress.check.compare;

import io.redress.check.verify.Domain;
import io.redress.platform.phrase.Phrase;
import io.redress.rules.table.Interval;
import io.redress.rules.table.ValueType;
import io.redress.rules.table.Values;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Describes a set of values of a fact. */
final class DomainText {
  private final Domain domain;
  private final BitSet known;
  private final boolean unknown;

  private DomainText(Domain domain, long[] set) {
    this.domain = domain;
    this.known = BitSet.valueOf(set);
    this.unknown = known.get(domain.values().size());
    known.clear(domain.values().size());
  }

  /**
   * Returns the text that follows the fact's name, such as {@code is from 10 to 14}.
   *
   * @param set some, but not all values of the domain
   */
  static Phrase of(Domain domain, long[] set) {
    return new DomainText(domain, set).words();
  }

  private Phrase words() {
    if (known.isEmpty()) {
      return Phrase.of("difference.unknown");
    }
    if (known.cardinality() == domain.values().size()) {
      return Phrase.of("difference.known");
    }
    if (domain.term().list()) {
      return setsOfWords();
    }
    List<Phrase> in = new ArrayList<>(texts(known));
    List<Phrase> out = texts(others());
    boolean others = known.get(domain.values().size() - 1);
    if (domain.open() ? others : out.size() < in.size()) {
      return neither(out);
    }
    if (unknown) {
      in.add(Phrase.of("difference.notKnown"));
    }
    return Phrase.of("difference.is", list(in, "difference.or"));
  }

  private Phrase neither(List<Phrase> out) {
    Phrase not = list(out, "difference.nor");
    if (out.size() == 1) {
      return Phrase.of(unknown ? "difference.isNot" : "difference.knownNot", not);
    }
    return Phrase.of(unknown ? "difference.isNeither" : "difference.knownNeither", not);
  }

  private BitSet others() {
    BitSet others = new BitSet();
    others.set(0, domain.values().size());
    others.andNot(known);
    return others;
  }

  /** The values, numbers and days as the longest intervals. */
  private List<Phrase> texts(BitSet values) {
    return domain.term().type().ordered()
        ? domain.intervals(values.toLongArray()).stream().map(this::interval).toList()
        : values.stream().mapToObj(domain.values()::get).map(DomainText::value).toList();
  }

  private static Phrase value(Object value) {
    return word(Values.text(value));
  }

  private static Phrase word(String text) {
    return Phrase.named(Phrase.Named.VALUE, text);
  }

  private Phrase interval(Interval interval) {
    if (interval.low() == null) {
      return Phrase.of(
          interval.highIncluded() ? "difference.upTo" : "difference.below", text(interval.high()));
    }
    if (interval.high() == null) {
      String more =
          domain.term().type() == ValueType.DATE ? "difference.orLater" : "difference.orMore";
      return Phrase.of(interval.lowIncluded() ? more : "difference.above", text(interval.low()));
    }
    String low = text(interval.low());
    String high = text(interval.high());
    if (low.equals(high)) {
      return Phrase.verbatim(low);
    }
    String key =
        interval.lowIncluded()
            ? interval.highIncluded() ? "difference.fromTo" : "difference.fromToBelow"
            : interval.highIncluded() ? "difference.aboveUpTo" : "difference.aboveBelow";
    return Phrase.of(key, low, high);
  }

  private static String text(@Nullable Object bound) {
    return bound == null ? "" : Values.text(bound);
  }

  /** Which words the lists hold, if that describes the set exactly; otherwise each list. */
  private Phrase setsOfWords() {
    Phrase words = wordsHeld();
    return unknown ? Phrase.of("difference.orUnknown", words) : words;
  }

  private Phrase wordsHeld() {
    List<Set<?>> lists =
        known.stream().<Set<?>>mapToObj(i -> (Set<?>) domain.values().get(i)).toList();
    List<String> words =
        domain.values().stream()
            .map(value -> (Set<?>) value)
            .filter(value -> value.size() == 1)
            .map(Values::text)
            .toList();
    List<String> always =
        words.stream().filter(word -> holding(lists, word) == lists.size()).toList();
    List<String> never = words.stream().filter(word -> holding(lists, word) == 0).toList();
    if (lists.size() == 1 << words.size() - always.size() - never.size()) {
      List<Phrase> parts = new ArrayList<>();
      if (!always.isEmpty()) {
        parts.add(Phrase.of("difference.holds", words(always, "difference.and")));
      }
      if (!never.isEmpty()) {
        parts.add(Phrase.of("difference.holdsNot", words(never, "difference.or")));
      }
      return Phrase.list(parts, "difference.and");
    }
    List<String> enough = words.stream().filter(word -> lists.contains(Set.of(word))).toList();
    boolean oneIsEnough =
        lists.stream().allMatch(list -> enough.stream().anyMatch(list::contains))
            && lists.size() == (1 << words.size()) - (1 << words.size() - enough.size());
    return oneIsEnough
        ? Phrase.of("difference.holds", words(enough, "difference.or"))
        : Phrase.of(
            "difference.is",
            list(lists.stream().map(DomainText::braces).toList(), "difference.or"));
  }

  private static long holding(List<Set<?>> lists, String word) {
    return lists.stream().filter(list -> list.contains(word)).count();
  }

  private static Phrase braces(Set<?> words) {
    return words.isEmpty()
        ? Phrase.of("difference.empty")
        : word(
            "{" + String.join(", ", words.stream().map(Object::toString).sorted().toList()) + "}");
  }

  private static Phrase words(List<String> words, String last) {
    return list(words.stream().map(DomainText::word).toList(), last);
  }

  private static Phrase list(List<Phrase> parts, String last) {
    return Phrase.list(parts, "difference.comma", last);
  }
}
