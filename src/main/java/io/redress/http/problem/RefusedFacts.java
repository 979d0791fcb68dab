package io.redress.http.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.FactProblem;
import io.redress.platform.phrase.Phrase;
import java.util.List;
import java.util.Locale;

/** Facts that cannot be decided on, with all their problems. */
public final class RefusedFacts extends RuntimeException {
  /** Limit of the list of problems, which only a broken client exceeds. */
  static final int MAX_ERRORS = 1_000;

  private static final long serialVersionUID = 1;

  private final transient List<FactProblem> problems;

  public RefusedFacts(List<FactProblem> problems) {
    super(problems.size() + " problems", null, false, false);
    this.problems = problems;
  }

  public List<FactProblem> problems() {
    return List.copyOf(problems);
  }

  /** 413 for a body of more than {@link DisputeReader#MAX_BYTES}. */
  public static HttpProblem tooLong() {
    return ProblemType.TOO_LARGE.with(
        "The facts are longer than " + DisputeReader.MAX_BYTES + " bytes. Send less.");
  }

  /** 400 when any fact is malformed, else 422. */
  HttpProblem problem(Locale language) {
    boolean malformed =
        problems.stream().anyMatch(problem -> problem.kind() == FactProblem.Kind.MALFORMED);
    ProblemType type = malformed ? ProblemType.MALFORMED_REQUEST : ProblemType.IMPOSSIBLE_FACTS;
    return type.builder()
        .withDetail(detail().in(language))
        .with(
            "errors",
            problems.stream()
                .limit(MAX_ERRORS)
                .map(problem -> new Error(problem.pointer(), problem.message().in(language)))
                .toList())
        .build();
  }

  private Phrase detail() {
    if (problems.size() == 1) {
      return problems.get(0).message();
    }
    return problems.size() <= MAX_ERRORS
        ? Phrase.of("request.several", String.valueOf(problems.size()))
        : Phrase.of("request.many", String.valueOf(problems.size()), String.valueOf(MAX_ERRORS));
  }

  private record Error(String pointer, String message) {}
}
