package io.redress.http.decisions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.http.load.StreamedAnswers;
import io.redress.http.problem.ProblemType;
import io.redress.journal.verify.Anchor;
import io.redress.journal.verify.JournalVerification;
import io.redress.journal.verify.VerificationReport;
import io.redress.platform.database.Database;
import io.redress.platform.database.StorableInstants;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/journal/verification}: verifies the journal. */
@Path("/v1/journal/verification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
public class JournalVerificationResource {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  /** Entries per line break before the report, which keeps proxies from closing the connection. */
  private static final int KEEP_ALIVE_ENTRIES = 1_000;

  private final Database database;
  private final StreamedAnswers verifications;

  JournalVerificationResource(
      Database database,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.database = database;
    this.verifications = new StreamedAnswers(1, 1, readingLimit);
  }

  @GET
  @Operation(
      summary = "Verify that the journal is complete and unchanged, and decide each decision again",
      description =
          "Takes about a second per thousand decisions. White space precedes the report while it"
              + " is created.")
  public Response verify(
      @QueryParam("since") @Nullable String since,
      @QueryParam("redecide") @DefaultValue("true") String redecide,
      @QueryParam("anchor") List<String> anchors,
      @Context RoutingContext request) {
    if (!redecide.equals("true") && !redecide.equals("false")) {
      throw ProblemType.MALFORMED_REQUEST.with("redecide must be true or false.");
    }
    JournalVerification.Scope scope =
        new JournalVerification.Scope(
            since == null ? null : day(since),
            Boolean.parseBoolean(redecide),
            anchors.stream().map(JournalVerificationResource::anchor).toList());
    return Response.ok(
            verifications.next(
                request,
                out -> verify(scope, out),
                "The journal is already being verified. Retry after the time in Retry-After."))
        .build();
  }

  private void verify(JournalVerification.Scope scope, OutputStream out) throws IOException {
    VerificationReport report =
        JournalVerification.of(database, scope, entries -> keepAlive(entries, out));
    out.write(JSON.writeValueAsBytes(report));
  }

  private static void keepAlive(long entries, OutputStream out) {
    try {
      if (entries % KEEP_ALIVE_ENTRIES == 0) {
        out.write('\n');
        out.flush();
      }
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }

  private static Instant day(String text) {
    try {
      Instant instant = LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      if (StorableInstants.contain(instant)) {
        return instant;
      }
    } catch (DateTimeException notADay) {
      // reported below
    }
    throw ProblemType.MALFORMED_REQUEST.with("since is not a day. Use one such as 2026-01-31.");
  }

  private static Anchor anchor(String text) {
    return Anchor.parse(text)
        .orElseThrow(
            () ->
                ProblemType.MALFORMED_REQUEST.with(
                    "anchor is malformed. Use an anchor of an earlier report."));
  }
}
