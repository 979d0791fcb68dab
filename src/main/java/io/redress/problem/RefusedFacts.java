package io.redress.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.dispute.Fault;
import java.util.List;

/** Facts that nothing can be decided on, as a problem that lists each fault. */
public final class RefusedFacts {
  /** So many faults come from a machine gone wrong, which needs no longer list. */
  static final int MOST_ERRORS = 1_000;

  private RefusedFacts() {}

  /** 400 when any of the facts could not be read, 422 when all could. */
  public static HttpProblem of(List<Fault> faults) {
    boolean malformed = faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.MALFORMED);
    ProblemType type = malformed ? ProblemType.MALFORMED_REQUEST : ProblemType.IMPOSSIBLE_FACTS;
    return type.builder()
        .withDetail(detail(faults))
        .with("errors", faults.stream().limit(MOST_ERRORS).map(Error::of).toList())
        .build();
  }

  private static String detail(List<Fault> faults) {
    if (faults.size() == 1) {
      return faults.get(0).message();
    }
    return faults.size() <= MOST_ERRORS
        ? faults.size() + " faults were found. Correct each that is listed."
        : faults.size() + " faults were found, the first " + MOST_ERRORS + " of which are listed.";
  }

  private record Error(String pointer, String message) {
    static Error of(Fault fault) {
      return new Error(fault.pointer(), fault.message());
    }
  }
}
