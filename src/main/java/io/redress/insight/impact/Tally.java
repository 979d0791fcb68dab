package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.RuleSource;
import io.redress.domain.dispute.Country;
import io.redress.domain.dispute.Dispute;
import io.redress.insight.impact.Evaluated.Compared;
import io.redress.insight.impact.Evaluated.Reason;
import io.redress.insight.impact.Evaluated.Undecidable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up what disputes say about a candidate. Its size does not grow with the number of disputes.
 * It can be written as JSON and read again, to go on later.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class Tally {
  /** Changes that are kept for each currency. */
  static final int LARGEST = 20;

  /** Distinct platforms, rows and so on of which sums are kept. */
  private static final int MAX_KEYS = 20_000;

  static final String UNKNOWN = "unknown";
  private static final String OTHERS = "others";
  private static final ObjectMapper JSON = DecisionJson.mapper();

  long found;
  long decided;
  long changed;
  long unpriced;
  long lost;
  final Map<Reason, Failures> undecidable = new EnumMap<>(Reason.class);
  final SortedMap<String, Long> matrix = new TreeMap<>();
  final SortedMap<String, MoneySums> money = new TreeMap<>();
  final SortedMap<Integer, EditSums> edits = new TreeMap<>();
  final SortedMap<String, Sums> byCountry = new TreeMap<>();
  final SortedMap<String, Sums> byReason = new TreeMap<>();
  final SortedMap<String, Sums> byPlatform = new TreeMap<>();
  final SortedMap<String, Sums> byRow = new TreeMap<>();
  final SortedMap<String, SortedMap<String, KpiSums>> kpis = new TreeMap<>();
  final SortedMap<String, List<Change>> largest = new TreeMap<>();

  @JsonIgnore final Map<String, HistoricalDispute> sources = new HashMap<>();

  /**
   * Disputes that cannot be decided.
   *
   * @param example what is wrong with the first
   */
  record Failures(long count, String example) {
    Failures plus(Failures other) {
      return new Failures(count + other.count, example);
    }
  }

  /** Reads what {@link #json} wrote. */
  public static Tally read(String json) {
    try {
      return JSON.readValue(json, Tally.class);
    } catch (JsonProcessingException changed) {
      throw new IllegalStateException(changed);
    }
  }

  /** Writes what was added up so far. */
  public String json() {
    return DecisionJson.write(this);
  }

  /** Returns the number of disputes so far. */
  public long found() {
    return found;
  }

  /** Returns the number of disputes so far that were decided twice. */
  public long decided() {
    return decided;
  }

  /** Returns the number of disputes so far that are decided otherwise. */
  public long changed() {
    return changed;
  }

  /** Returns one of the disputes of the largest changes that were added since this was read. */
  public Optional<HistoricalDispute> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** Adds a dispute. */
  public void add(Evaluated evaluated) {
    found++;
    if (evaluated instanceof Undecidable failed) {
      undecidable.merge(failed.reason(), new Failures(1, failed.detail()), Failures::plus);
      lost += failed.lost() ? 1 : 0;
    } else {
      add((Compared) evaluated);
    }
  }

  /** Adds what another tally of the same comparison has added up. */
  public void add(Tally other) {
    found += other.found;
    decided += other.decided;
    changed += other.changed;
    unpriced += other.unpriced;
    other.kpis.forEach(
        (name, byUnit) ->
            byUnit.forEach(
                (unit, sums) ->
                    kpis.computeIfAbsent(name, first -> new TreeMap<>())
                        .merge(unit, sums, KpiSums::plus)));
    lost += other.lost;
    other.undecidable.forEach(
        (reason, failures) -> undecidable.merge(reason, failures, Failures::plus));
    other.matrix.forEach((cell, count) -> matrix.merge(cell, count, Long::sum));
    other.money.forEach((currency, sums) -> money.merge(currency, sums, MoneySums::plus));
    other.edits.forEach((edit, sums) -> edits.merge(edit, sums, EditSums::plus));
    add(byCountry, other.byCountry);
    add(byReason, other.byReason);
    add(byPlatform, other.byPlatform);
    add(byRow, other.byRow);
    other.largest.values().stream().flatMap(List::stream).forEach(this::keepIfLarge);
    other.sources.forEach(
        (id, source) -> {
          if (isLarge(id)) {
            sources.put(id, source);
          }
        });
  }

  private static void add(SortedMap<String, Sums> groups, SortedMap<String, Sums> others) {
    others.forEach((key, sums) -> groups.merge(known(groups, key), sums, Sums::plus));
  }

  private boolean isLarge(String id) {
    return largest.values().stream()
        .flatMap(List::stream)
        .anyMatch(change -> change.id().equals(id));
  }

  private void add(Compared one) {
    decided++;
    Verdict before = one.before();
    Verdict after = one.after();
    Dispute dispute = one.dispute();
    boolean change = one.changed();
    String currency = currency(dispute);
    unpriced += before.unpriced() || after.unpriced() ? 1 : 0;
    matrix.merge(before.resolution() + " " + after.resolution(), 1L, Long::sum);
    money.put(
        currency,
        money
            .getOrDefault(currency, MoneySums.NONE)
            .plus(before.cost(), after.cost(), one.base().cost().total()));
    Map<String, Sums.Pair> amounts =
        Map.of(currency, new Sums.Pair(before.cost().total(), after.cost().total()));
    add(byCountry, country(dispute), change, amounts);
    add(byReason, dispute.reason().name(), change, amounts);
    add(byPlatform, dispute.platform() == null ? UNKNOWN : dispute.platform(), change, amounts);
    add(byRow, row(after), change, amounts);
    for (Effect effect : one.effects()) {
      edits.put(
          effect.edit(), edits.getOrDefault(effect.edit(), EditSums.NONE).plus(effect, currency));
    }
    one.kpis().forEach(this::add);
    if (change) {
      changed++;
      Change large = Change.of(one);
      sources.put(large.id(), one.source());
      keepIfLarge(large);
    }
  }

  private void add(KpiEffect effect) {
    SortedMap<String, KpiSums> byUnit =
        kpis.computeIfAbsent(effect.name(), first -> new TreeMap<>());
    byUnit.put(effect.unit(), byUnit.getOrDefault(effect.unit(), KpiSums.NONE).plus(effect));
  }

  private static void add(
      SortedMap<String, Sums> groups, String key, boolean change, Map<String, Sums.Pair> amounts) {
    String known = known(groups, key);
    groups.put(known, groups.getOrDefault(known, Sums.NONE).plus(change, amounts));
  }

  private static String known(SortedMap<String, Sums> groups, String key) {
    return groups.size() < MAX_KEYS || groups.containsKey(key) ? key : OTHERS;
  }

  private void keepIfLarge(Change change) {
    List<Change> kept =
        largest.computeIfAbsent(
            change.currency() == null ? UNKNOWN : change.currency(), first -> new ArrayList<>());
    int place = Collections.binarySearch(kept, change, Change.LARGEST);
    kept.add(place < 0 ? -place - 1 : place, change);
    if (kept.size() > LARGEST) {
      sources.remove(kept.remove(LARGEST).id());
    }
  }

  static String currency(Dispute dispute) {
    return dispute.order().currency() == null
        ? UNKNOWN
        : dispute.order().currency().getCurrencyCode();
  }

  private static String country(Dispute dispute) {
    Country country = dispute.order().buyerCountry();
    return country == null ? UNKNOWN : country.toString();
  }

  /** Names a row so that its parts can be found again. */
  private static String row(Verdict verdict) {
    RuleSource.TableRow row = verdict.row();
    return row == null ? "" : row.file() + "\n" + row.sheet() + "\n" + row.row();
  }
}
