package io.redress.domain.dispute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** The result of reading facts: a dispute, or the problems that prevent a decision. */
public sealed interface ReadResult {

  /** Applies the function for the result at hand. */
  <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused);

  /**
   * The facts are valid.
   *
   * @param json the facts as sent
   */
  record Read(Dispute dispute, ObjectNode json) implements ReadResult {
    @Override
    public <T> T fold(Function<Dispute, T> whenRead, Function<List<FactProblem>, T> whenRefused) {
      return whenRead.apply(dispute);
    }
  }

  /** The facts are invalid. */
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
