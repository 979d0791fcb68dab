package io.redress.http.backup;

import io.redress.http.gate.Callers;
import io.redress.http.load.StreamedAnswers;
import io.redress.journal.backup.Backup;
import io.redress.journal.certificate.Program;
import io.redress.platform.database.Database;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /v1/backup}: everything that the database keeps. */
@Path("/v1/backup")
@Produces(BackupResource.ZIP)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Operations")
public class BackupResource {
  static final String ZIP = "application/zip";

  private final Database database;
  private final Clock clock;
  private final StreamedAnswers backups;

  BackupResource(
      Database database,
      Clock clock,
      @ConfigProperty(name = "redress.response.reading-limit") Duration readingLimit) {
    this.database = database;
    this.clock = clock;
    this.backups = new StreamedAnswers(1, 2, readingLimit);
  }

  @GET
  @Operation(
      summary = "Back up everything that the database keeps, as it is at this moment",
      description =
          "A zip file, for the command restore. Decisions go on meanwhile. One that was cut cannot"
              + " be restored.")
  public Response backup(@Context RoutingContext request) {
    Instant now = clock.instant();
    String name = Backup.name(now);
    return Response.ok(
            backups.next(
                request,
                out -> {
                  Backup.record(database, name, Callers.of(request), now);
                  Backup.write(
                      database::readAtOneMoment, Program.current().version(), now, out, rows -> {});
                },
                "Backups are in progress. Retry after the time in Retry-After."),
            ZIP)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .build();
  }
}
