package io.redress.insight.impact;

import io.redress.domain.dispute.Dispute;
import java.util.List;

/** What a dispute says about a candidate. */
public sealed interface Evaluated {
  HistoricalDispute source();

  /** Returns a copy that names no value of the facts, some of which may be personal. */
  default Evaluated withoutValues() {
    return this;
  }

  /** Why a dispute cannot be decided. */
  enum Reason {
    /** The facts are refused, such as by checks that are newer than they are. */
    FACTS_REFUSED,
    RULES_FAILED,
    RULES_DO_NOT_END
  }

  /**
   * It cannot be decided.
   *
   * @param detail what is wrong
   * @param lost whether the base decides it: only the candidate cannot
   */
  record Undecidable(HistoricalDispute source, Reason reason, String detail, boolean lost)
      implements Evaluated {
    private static final String AFTER_POINTER = ": ";

    @Override
    public Evaluated withoutValues() {
      int end = detail.startsWith("/") ? detail.indexOf(AFTER_POINTER) : -1;
      return new Undecidable(source, reason, end < 0 ? "" : detail.substring(0, end), lost);
    }
  }

  /**
   * It was decided twice.
   *
   * @param before what it is compared with: what was recorded, or what the base decides
   * @param base what the base decides
   * @param after what the candidate decides
   * @param effects of the edits that change anything, alone or together with the others
   * @param kpis what it adds to the KPIs; without those to which it adds nothing
   */
  record Compared(
      HistoricalDispute source,
      Dispute dispute,
      Verdict before,
      Verdict base,
      Verdict after,
      List<Effect> effects,
      List<KpiEffect> kpis)
      implements Evaluated {
    public Compared {
      effects = List.copyOf(effects);
      kpis = List.copyOf(kpis);
    }

    boolean changed() {
      return !before.essence().equals(after.essence());
    }
  }
}
