package io.redress.domain.dispute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the goods.
 *
 * @param reportedOn the day of the complaint, from which every period of the buyer counts
 * @param defectiveQuantity faulty pieces
 * @param missingQuantity missing pieces
 * @param defects the defects that the buyer named; empty when none were
 * @param measuredDeviationCm size against the chart, in centimetres
 */
public record Complaint(
    @Nullable LocalDate reportedOn,
    @Range(max = 1_000_000) @Nullable Integer defectiveQuantity,
    @Range(max = 1_000_000) @Nullable Integer missingQuantity,
    List<Defect> defects,
    @Nullable Severity severity,
    @Range(max = 1_000) @Nullable BigDecimal measuredDeviationCm,
    @Nullable Boolean safetyHazard) {

  /**
   * One named defect.
   *
   * @param part the part concerned, in the buyer's words
   * @param quantity pieces with this defect; one when absent
   */
  public record Defect(
      @Required DefectType type,
      @Personal @Text @Nullable String part,
      @Range(max = 1_000_000) @Nullable Integer quantity) {

    /** Returns the number of pieces with this defect. */
    public int pieces() {
      return quantity == null ? 1 : quantity;
    }
  }

  /** Kinds of defect that marketplaces distinguish. */
  public enum DefectType {
    DAMAGED,
    DEFECTIVE,
    WRONG_ITEM,
    WRONG_SIZE,
    WRONG_COLOR,
    MISSING_PARTS,
    COUNTERFEIT,
    NOT_AS_DESCRIBED
  }

  /** How severe the defect is. */
  public enum Severity {
    NONE,
    MINOR,
    MAJOR,
    TOTAL
  }

  /** Returns the pieces that the named defects account for; there may be more defective pieces. */
  public long namedPieces() {
    return defects.stream().mapToLong(Defect::pieces).sum();
  }
}
