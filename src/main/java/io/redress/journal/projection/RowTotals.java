package io.redress.journal.projection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.redress.domain.decision.DecisionJson;
import io.redress.domain.decision.Money;
import io.redress.journal.write.DecisionRecord;
import io.redress.journal.write.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * Sums of decisions by day, rule set, row that answered, and currency, so that usage of rows does
 * not read each decision.
 */
final class RowTotals {
  /** Of decisions without money. */
  private static final String NONE = "";

  /** What the columns for file and sheet can store. */
  private static final int MAX_NAME = 200;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final JsonFactory JSON = new JsonFactory();

  private static final String ADD =
      """
      update row_day set decisions = decisions + ?, refunds = refunds + ?, discounts = discounts + ?
      where rule_set = ? and decided_on = ? and file = ? and sheet = ? and sheet_row = ?
        and currency = ? and replica = ?
      """;

  private static final String INSERT =
      """
      insert into row_day (decisions, refunds, discounts, rule_set, decided_on, file, sheet,
        sheet_row, currency, replica)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private RowTotals() {}

  record Place(String file, String sheet, int row) {
    boolean fits() {
      return file.length() <= MAX_NAME && sheet.length() <= MAX_NAME;
    }
  }

  record Day(LocalDate day, String ruleSet) {}

  record Key(Day day, Place place, String currency) {}

  record Sums(long decisions, BigDecimal refunds, BigDecimal discounts) {
    Sums {
      refunds = refunds.stripTrailingZeros();
      discounts = discounts.stripTrailingZeros();
    }

    Sums plus(Sums other) {
      return new Sums(
          decisions + other.decisions, refunds.add(other.refunds), discounts.add(other.discounts));
    }

    Sums negated() {
      return new Sums(-decisions, refunds.negate(), discounts.negate());
    }
  }

  /**
   * What is read of an answer.
   *
   * @param orderValue what was paid for all goods; null if unknown
   */
  private record Read(Set<Place> rows, @Nullable BigDecimal orderValue) {}

  /** Adds entries of a chain. */
  static void add(Handle handle, String replica, Collection<Entry> entries) {
    Map<Day, Long> days = new HashMap<>();
    List<Map.Entry<Key, Sums>> rows = new ArrayList<>(summed(entries, days).entrySet());
    int[] changed = change(handle, ADD, replica, rows);
    List<Map.Entry<Key, Sums>> missing = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        missing.add(rows.get(i));
      }
    }
    change(handle, INSERT, replica, missing);
    days.forEach(
        (day, decisions) -> {
          if (changeDay(handle, replica, day, decisions) == 0) {
            handle.execute(
                "insert into rule_set_day (decided_on, rule_set, replica, decisions)"
                    + " values (?, ?, ?, ?)",
                day.day,
                day.ruleSet,
                replica,
                decisions);
          }
        });
  }

  /** Takes entries of a chain away. */
  static void remove(Handle handle, String replica, Collection<Entry> entries) {
    Map<Day, Long> days = new HashMap<>();
    List<Map.Entry<Key, Sums>> rows = new ArrayList<>();
    summed(entries, days).forEach((key, sums) -> rows.add(Map.entry(key, sums.negated())));
    change(handle, ADD, replica, rows);
    days.forEach(
        (day, decisions) -> {
          changeDay(handle, replica, day, -decisions);
          handle.execute(
              "delete from row_day where rule_set = ? and decided_on = ? and replica = ?"
                  + " and decisions = 0",
              day.ruleSet,
              day.day,
              replica);
          handle.execute(
              "delete from rule_set_day where decided_on = ? and rule_set = ? and replica = ?"
                  + " and decisions = 0",
              day.day,
              day.ruleSet,
              replica);
        });
  }

  private static int[] change(
      Handle handle, String sql, String replica, List<Map.Entry<Key, Sums>> rows) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    PreparedBatch batch = handle.prepareBatch(sql);
    for (Map.Entry<Key, Sums> row : rows) {
      Key key = row.getKey();
      Sums sums = row.getValue();
      batch.add(
          sums.decisions,
          sums.refunds,
          sums.discounts,
          key.day.ruleSet,
          key.day.day,
          key.place.file,
          key.place.sheet,
          key.place.row,
          key.currency,
          replica);
    }
    return batch.execute();
  }

  private static int changeDay(Handle handle, String replica, Day day, long decisions) {
    return handle.execute(
        "update rule_set_day set decisions = decisions + ?"
            + " where decided_on = ? and rule_set = ? and replica = ?",
        decisions,
        day.day,
        day.ruleSet,
        replica);
  }

  /**
   * @param days receives the number of decisions of each day and rule set
   */
  static Map<Key, Sums> summed(Collection<Entry> entries, Map<Day, Long> days) {
    Map<Key, Sums> summed = new HashMap<>();
    for (Entry entry : entries) {
      DecisionRecord decided = entry.decided();
      Day day =
          new Day(LocalDate.ofInstant(decided.decidedAt(), ZoneOffset.UTC), decided.ruleSet());
      days.merge(day, 1L, Long::sum);
      Read read = read(decided.decision());
      BigDecimal refunds = Objects.requireNonNullElse(decided.refundAmount(), BigDecimal.ZERO);
      Optional<Currency> currency =
          decided.refundCurrency() != null
              ? currency(decided.refundCurrency())
              : ofDiscount(decided, read);
      BigDecimal discounts =
          currency.map(one -> discount(decided, read, one)).orElse(BigDecimal.ZERO);
      String code =
          refunds.signum() == 0 && discounts.signum() == 0
              ? NONE
              : currency.map(Currency::getCurrencyCode).orElse(NONE);
      Sums sums = new Sums(1, refunds, discounts);
      for (Place place : read.rows) {
        summed.merge(new Key(day, place, code), sums, Sums::plus);
      }
    }
    return summed;
  }

  /** The value of a discount on a next order like this one. */
  private static BigDecimal discount(DecisionRecord decided, Read read, Currency currency) {
    BigDecimal value = read.orderValue;
    return value == null || value.signum() <= 0
        ? BigDecimal.ZERO
        : Money.rounded(value.multiply(decided.discountPercent()).divide(HUNDRED), currency);
  }

  private static Optional<Currency> ofDiscount(DecisionRecord decided, Read read) {
    return decided.discountPercent().signum() <= 0 || read.orderValue == null
        ? Optional.empty()
        : currency(DecisionJson.read(decided.facts()).at("/order/currency").asText());
  }

  private static Optional<Currency> currency(String code) {
    try {
      return Optional.of(Currency.getInstance(code));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** Reads the parts of an answer; the rest is skipped without being built. */
  private static Read read(String answer) {
    Set<Place> rows = new HashSet<>();
    BigDecimal orderValue = null;
    try (JsonParser json = JSON.createParser(answer)) {
      if (json.nextToken() == JsonToken.START_OBJECT) {
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
          json.nextToken();
          if (name.equals("trace")) {
            rows(json, rows);
          } else if (name.equals("assessment")) {
            orderValue = orderValue(json);
          } else {
            json.skipChildren();
          }
        }
      }
    } catch (IOException | NumberFormatException changed) {
      // The entry no longer matches its hash, which verification finds.
      return new Read(Set.of(), null);
    }
    return new Read(rows, orderValue);
  }

  private static void rows(JsonParser json, Set<Place> rows) throws IOException {
    while (json.nextToken() == JsonToken.START_OBJECT) {
      String file = null;
      String sheet = null;
      int row = 0;
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals("file") && value == JsonToken.VALUE_STRING) {
          file = json.getText();
        } else if (name.equals("sheet") && value == JsonToken.VALUE_STRING) {
          sheet = json.getText();
        } else if (name.equals("row") && value == JsonToken.VALUE_NUMBER_INT) {
          row = json.getIntValue();
        } else {
          json.skipChildren();
        }
      }
      if (file != null && sheet != null && row > 0) {
        Place place = new Place(file, sheet, row);
        if (place.fits()) {
          rows.add(place);
        }
      }
    }
  }

  private static @Nullable BigDecimal orderValue(JsonParser json) throws IOException {
    BigDecimal found = null;
    if (json.currentToken() != JsonToken.START_OBJECT) {
      return found;
    }
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      JsonToken value = json.nextToken();
      if (name.equals("orderValue") && value == JsonToken.VALUE_STRING) {
        found = new BigDecimal(json.getText());
      } else {
        json.skipChildren();
      }
    }
    return found;
  }
}
