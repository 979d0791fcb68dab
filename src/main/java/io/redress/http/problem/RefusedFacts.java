package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.domain.dispute.FactProblem;
import io.redress.platform.phrase.Phrase;
import java.util.List;
import java.util.Locale;

/** Facts that nothing can be decided on, as a problem that lists each fault. */
public final class RefusedFacts extends RuntimeException {
  /** So many faults come from a machine gone wrong, which needs no longer list. */
  static final int MOST_ERRORS = 1_000;

  private static final long serialVersionUID = 1;

  private final transient List<FactProblem> faults;

  public RefusedFacts(List<FactProblem> faults) {
    super(faults.size() + " faults", null, false, false);
    this.faults = faults;
  }

  /** 400 when any of the facts could not be read, 422 when all could. */
  HttpProblem problem(Locale language) {
    boolean malformed =
        faults.stream().anyMatch(fault -> fault.kind() == FactProblem.Kind.MALFORMED);
    ProblemType type = malformed ? ProblemType.MALFORMED_REQUEST : ProblemType.IMPOSSIBLE_FACTS;
    return type.builder()
        .withDetail(detail().in(language))
        .with(
            "errors",
            faults.stream()
                .limit(MOST_ERRORS)
                .map(fault -> new Error(fault.pointer(), fault.message().in(language)))
                .toList())
        .build();
  }

  private Phrase detail() {
    if (faults.size() == 1) {
      return faults.get(0).message();
    }
    return faults.size() <= MOST_ERRORS
        ? Phrase.of("request.several", String.valueOf(faults.size()))
        : Phrase.of("request.many", String.valueOf(faults.size()), String.valueOf(MOST_ERRORS));
  }

  private record Error(String pointer, String message) {}
}
