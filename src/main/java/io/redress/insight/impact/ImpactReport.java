package io.redress.insight.impact;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.check.kpi.Kpi;
import io.redress.domain.decision.Letter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate would have cost.
 *
 * @param candidate version of the rule set that is tried
 * @param against version of the rule set that it is compared with, edit by edit
 * @param recorded whether it is compared with the recorded answers instead of what {@code against}
 *     decides today
 * @param redemptionRate share of the discounts on next orders that buyers use, 0 to 1
 * @param population the disputes
 * @param changed number of disputes that are decided otherwise
 * @param matrix number of disputes by resolution before and after
 * @param money by currency
 * @param byCell by edit, the most expensive first
 * @param joint the money that no edit causes by itself
 * @param byRow by row of the candidate that gave the resolution
 * @param kpis figures of the seller's own, in the order of the file
 * @param largest the largest changes of each currency, with both letters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImpactReport(
    String candidate,
    String against,
    boolean recorded,
    BigDecimal redemptionRate,
    Population population,
    long changed,
    List<Cell> matrix,
    List<MoneyChange> money,
    List<EditImpact> byCell,
    List<JointMoney> joint,
    List<RowImpact> byRow,
    List<GroupImpact> byCountry,
    List<GroupImpact> byReason,
    List<GroupImpact> byPlatform,
    List<KpiChange> kpis,
    List<LargeChange> largest) {
  public ImpactReport {
    matrix = List.copyOf(matrix);
    money = List.copyOf(money);
    byCell = List.copyOf(byCell);
    joint = List.copyOf(joint);
    byRow = List.copyOf(byRow);
    byCountry = List.copyOf(byCountry);
    byReason = List.copyOf(byReason);
    byPlatform = List.copyOf(byPlatform);
    // Reports of earlier versions of this program have none.
    kpis = kpis == null ? List.of() : List.copyOf(kpis);
    largest = List.copyOf(largest);
  }

  ImpactReport with(List<LargeChange> others) {
    return new ImpactReport(
        candidate,
        against,
        recorded,
        redemptionRate,
        population,
        changed,
        matrix,
        money,
        byCell,
        joint,
        byRow,
        byCountry,
        byReason,
        byPlatform,
        kpis,
        others);
  }

  /**
   * The disputes.
   *
   * @param lost number of the undecidable ones that the base decides: only the candidate cannot
   * @param unpriced number of disputes with a refund of an unknown amount, which has no money here
   */
  public record Population(
      long found, long decided, List<UndecidableCount> undecidable, long lost, long unpriced) {
    public Population {
      undecidable = List.copyOf(undecidable);
    }
  }

  /**
   * Disputes that cannot be decided.
   *
   * @param example what is wrong with the first of them
   */
  public record UndecidableCount(String reason, long count, String example) {}

  /** A cell of the matrix. */
  public record Cell(String from, String to, long count) {}

  /** Money of one currency. */
  public record Amount(
      @Nullable String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal before,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal after,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference) {}

  /**
   * All money of one currency.
   *
   * @param parts before and after
   * @param sinceRecorded the part of the difference that is not between the two rule sets: what
   *     {@code against} decides today less what was recorded; absent without recorded answers
   * @param moved number of disputes that cost more or less
   * @param average difference of a dispute that costs more or less
   * @param largest difference of one dispute, whichever way it goes
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MoneyChange(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal before,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal after,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal difference,
      Parts parts,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal sinceRecorded,
      long moved,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal average,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal largest) {}

  /** What the money is for. */
  public record Parts(Cost before, Cost after) {}

  /**
   * What an edit causes.
   *
   * @param cell such as {@code B7}; a row such as {@code A7:F7}; {@code table}; or {@code all} of
   *     the files that are named
   * @param changed number of decisions that this edit changes alone
   * @param changedTogether number of decisions that change when it is made as the last of all
   * @param money the edit alone, and as the last of all
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EditImpact(
      String file,
      String sheet,
      String cell,
      @Nullable String column,
      String before,
      String after,
      long changed,
      long changedTogether,
      List<EditMoney> money) {
    public EditImpact {
      money = List.copyOf(money);
    }
  }

  /** What an edit costs alone, and as the last of all. */
  public record EditMoney(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal alone,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal together) {}

  /**
   * What edits cause jointly: the difference between the two rule sets, less the sum of what the
   * edits cause alone ({@code alone}) or as the last of all ({@code together}).
   */
  public record JointMoney(
      String currency,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal alone,
      @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal together) {}

  /** The disputes whose resolution is given by a row of the candidate. */
  public record RowImpact(
      String file, String sheet, int row, long decided, long changed, List<Amount> money) {
    public RowImpact {
      money = List.copyOf(money);
    }
  }

  /** Disputes that have something in common. */
  public record GroupImpact(String key, long decided, long changed, List<Amount> money) {
    public GroupImpact {
      money = List.copyOf(money);
    }
  }

  /**
   * A figure of the seller's own.
   *
   * @param title by language (BCP 47); absent where it has none
   * @param unit a currency, {@code %} of a share, or absent
   * @param before absent where there are no disputes of which to take a share
   * @param difference in percentage points of a share
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record KpiChange(
      String name,
      Map<String, String> title,
      @Nullable String unit,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal before,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal after,
      @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal difference) {
    /** The names of the columns in which KPIs are listed. */
    public static final List<String> COLUMNS =
        List.of("name", "title", "unit", "before", "after", "difference");

    public KpiChange {
      title = title == null ? Map.of() : Collections.unmodifiableSortedMap(new TreeMap<>(title));
    }

    /** Returns the title in a language, else in English, else in any; the name without one. */
    public String titleIn(String language) {
      return Kpi.titleIn(language, title, name);
    }

    /** The values of the columns. */
    public List<@Nullable Object> values() {
      return Arrays.asList(name, titleIn("en"), unit, before, after, difference);
    }
  }

  /**
   * A large change.
   *
   * @param letterBefore absent where it cannot be written or read any more
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LargeChange(
      Change change, @Nullable Letter letterBefore, @Nullable Letter letterAfter) {}
}
