package io.redress.http.decisions;

import io.redress.domain.decision.DecisionId;
import io.redress.http.problem.ProblemType;
import io.redress.journal.certificate.Certifier;
import io.redress.journal.certificate.NotCertifiableException;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;

/** Finds the decision that an address names, and certifies it. */
@Singleton
public class RecordedDecisions {
  private final JournalSearch journal;
  private final Certifier certifier;

  RecordedDecisions(JournalSearch journal, Certifier certifier) {
    this.journal = journal;
    this.certifier = certifier;
  }

  /**
   * Returns the certificate of a decision, as a file.
   *
   * @throws io.quarkiverse.resteasy.problem.HttpProblem as {@link #find}, and when its entry was
   *     changed
   */
  public Response certificate(String decisionId) {
    try {
      return Response.ok(certifier.certify(find(decisionId)), MediaType.APPLICATION_JSON)
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              "attachment; filename=\"certificate-" + decisionId + ".json\"")
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .build();
    } catch (NotCertifiableException changed) {
      throw ProblemType.NOT_CERTIFIED.with(String.valueOf(changed.getMessage()));
    }
  }

  /**
   * @throws io.quarkiverse.resteasy.problem.HttpProblem when it is no id, or there is none of it
   */
  KeptDecision find(String decisionId) {
    UUID id =
        DecisionId.parse(decisionId)
            .orElseThrow(
                () ->
                    ProblemType.MALFORMED_REQUEST.with(
                        "The decision ID is not a UUID. Use the decisionId of an answer."));
    return journal
        .find(id)
        .orElseThrow(
            () ->
                ProblemType.NOT_FOUND.with(
                    "There is no such decision. GET /v1/decisions lists all decisions."));
  }
}
