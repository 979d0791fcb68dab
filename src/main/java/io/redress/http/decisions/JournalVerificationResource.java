package io.redress.http.decisions;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.domain.decision.DecisionJson;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.StreamedAnswers;
import io.redress.journal.verify.Anchor;
import io.redress.journal.verify.JournalVerification;
import io.redress.journal.verify.VerificationReport;
import io.redress.platform.database.Database;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/journal/verification}: whether the journal is whole. */
@Path("/v1/journal/verification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.AUDIT)
@Tag(name = "Journal")
public class JournalVerificationResource {
  private static final ObjectMapper JSON = DecisionJson.mapper();

  /** White space before the report, so that nobody on the way takes a long wait for a hang. */
  private static final int SIGN_OF_LIFE_EVERY = 1_000;

  private final Database database;
  private final StreamedAnswers proofs = new StreamedAnswers(1);

  JournalVerificationResource(Database database) {
    this.database = database;
  }

  @GET
  @Operation(
      summary = "Whether the journal is whole, and each decision would be taken again",
      description =
          "Takes about a second for a thousand decisions. White space precedes the report while it"
              + " is being made.")
  public Response verify(
      @Parameter(description = "A day, such as 2026-01-31: what is before is taken as proved")
          @QueryParam("since")
          @Nullable String since,
      @Parameter(description = "false to leave out deciding again")
          @QueryParam("redecide")
          @DefaultValue("true")
          String redecide,
      @Parameter(description = "One of the anchors of an earlier report") @QueryParam("anchor")
          List<String> anchors,
      @Context RoutingContext request) {
    if (!redecide.equals("true") && !redecide.equals("false")) {
      throw ProblemType.MALFORMED_REQUEST.with("redecide is neither true nor false. Use false.");
    }
    JournalVerification.Scope scope =
        new JournalVerification.Scope(
            since == null ? null : day(since),
            Boolean.parseBoolean(redecide),
            anchors.stream().map(JournalVerificationResource::anchor).toList());
    return Response.ok(
            proofs.next(
                request,
                out -> prove(scope, out),
                "The journal is being verified already. Ask again after Retry-After."))
        .build();
  }

  private void prove(JournalVerification.Scope scope, OutputStream out) throws IOException {
    VerificationReport report =
        JournalVerification.of(database, scope, entries -> signOfLife(entries, out));
    out.write(JSON.writeValueAsBytes(report));
  }

  private static void signOfLife(long entries, OutputStream out) {
    try {
      if (entries % SIGN_OF_LIFE_EVERY == 0) {
        out.write('\n');
        out.flush();
      }
    } catch (IOException clientLeft) {
      throw new UncheckedIOException(clientLeft);
    }
  }

  private static Instant day(String text) {
    try {
      return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeException notADay) {
      throw ProblemType.MALFORMED_REQUEST.with("since is no day. Give one, as in 2026-01-31.");
    }
  }

  private static Anchor anchor(String text) {
    return Anchor.parse(text)
        .orElseThrow(
            () ->
                ProblemType.MALFORMED_REQUEST.with(
                    "anchor is none. Send one as an earlier report named it."));
  }
}
