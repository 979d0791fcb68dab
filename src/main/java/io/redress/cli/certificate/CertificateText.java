package io.redress.cli.certificate;

import io.redress.journal.certificate.Certificate;
import java.util.List;

/** What a certificate states, as lines for people. */
final class CertificateText {
  private CertificateText() {}

  static List<String> lines(Certificate stated) {
    String refund =
        stated.refund() == null
            ? ""
            : ", refund " + stated.refund().amount() + " " + stated.refund().currency();
    return List.of(
        "Decision %s of dispute %s".formatted(stated.decisionId(), stated.disputeId()),
        "  %s (%s)%s".formatted(stated.resolution(), stated.reasonCode(), refund),
        "  decided at %s for %s by rule set %s"
            .formatted(stated.decidedAt(), stated.asOf(), stated.ruleSet().version()),
        "  journal " + stated.journal().anchor(),
        "  program %s, engine %s; decided again before it was signed: %s"
            .formatted(stated.program().version(), stated.program().engine(), stated.redecision()));
  }
}
