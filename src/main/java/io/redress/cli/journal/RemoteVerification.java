package io.redress.cli.journal;

import io.redress.cli.options.RemoteService;
import io.redress.journal.verify.Anchor;
import io.redress.journal.verify.JournalVerification;
import io.redress.journal.verify.VerificationReport;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Has a running service verify its journal, because only it can open its embedded database. */
final class RemoteVerification {
  private RemoteVerification() {}

  /**
   * @throws IOException if the service does not answer with a report; the message says why
   */
  static VerificationReport ask(RemoteService service, JournalVerification.Scope scope)
      throws IOException {
    return RemoteService.JSON.treeToValue(
        service.get("/v1/journal/verification?" + query(scope)), VerificationReport.class);
  }

  private static String query(JournalVerification.Scope scope) {
    StringBuilder query = new StringBuilder("redecide=").append(scope.redecide());
    if (scope.since() != null) {
      query.append("&since=").append(scope.since().atZone(ZoneOffset.UTC).toLocalDate());
    }
    for (Anchor anchor : newest(scope.anchors())) {
      query.append("&anchor=").append(URLEncoder.encode(anchor.toString(), StandardCharsets.UTF_8));
    }
    return query.toString();
  }

  /** The newest anchor of each chain, which covers those before it: an address has little room. */
  private static Collection<Anchor> newest(List<Anchor> anchors) {
    return anchors.stream()
        .collect(
            Collectors.toMap(
                Anchor::replica,
                Function.identity(),
                BinaryOperator.maxBy(Comparator.comparingLong(Anchor::number))))
        .values();
  }
}
