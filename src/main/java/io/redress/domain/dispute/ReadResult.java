package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** What came of reading facts: a dispute, or all that keeps it from being one. */
public sealed interface ReadResult {

  /** Carries on with whichever of the two it is. */
  <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused);

  /**
   * The facts could be read.
   *
   * @param json the same facts as they were sent
   */
  record Read(Dispute dispute, ObjectNode json) implements ReadResult {
    @Override
    public <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused) {
      return whenRead.apply(dispute);
    }
  }

  /** They could not, for every problem listed. */
  record Refused(List<FactProblem> problems) implements ReadResult {
    public Refused {
      problems = List.copyOf(problems);
    }

    @Override
    public <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused) {
      return whenRefused.apply(problems);
    }
  }
}
