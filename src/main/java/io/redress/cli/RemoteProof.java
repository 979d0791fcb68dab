package io.redress.cli;

import io.redress.proof.Anchor;
import io.redress.proof.Proof;
import io.redress.proof.ProofReport;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/** A proof that a running service makes, whose embedded database nobody else can open. */
final class RemoteProof {
  private RemoteProof() {}

  /**
   * @throws IOException when the service does not answer with a report; the message says why
   */
  static ProofReport ask(RemoteService service, Proof.Scope scope) throws IOException {
    return RemoteService.JSON.treeToValue(
        service.get("/v1/journal/verification?" + query(scope)), ProofReport.class);
  }

  private static String query(Proof.Scope scope) {
    StringBuilder query = new StringBuilder("redecide=").append(scope.redecide());
    if (scope.since() != null) {
      query.append("&since=").append(scope.since().atZone(ZoneOffset.UTC).toLocalDate());
    }
    for (Anchor anchor : scope.anchors()) {
      query.append("&anchor=").append(URLEncoder.encode(anchor.toString(), StandardCharsets.UTF_8));
    }
    return query.toString();
  }
}
