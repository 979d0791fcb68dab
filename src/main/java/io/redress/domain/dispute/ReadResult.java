package io.redress.domain.dispute;

import java.util.List;
import java.util.function.Function;

/** What came of reading facts: a dispute, or all that keeps it from being one. */
public sealed interface ReadResult {

  /** Carries on with whichever of the two it is. */
  <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused);

  /** The facts could be read. */
  record Read(Dispute dispute) implements ReadResult {
    @Override
    public <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused) {
      return whenRead.apply(dispute);
    }
  }

  /** They could not, for every fault listed. */
  record Refused(List<FactProblem> faults) implements ReadResult {
    public Refused {
      faults = List.copyOf(faults);
    }

    @Override
    public <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused) {
      return whenRefused.apply(faults);
    }
  }
}
