package io.redress.console.rulesets;

import io.redress.http.load.ExpensiveRead;
import io.redress.http.rulesets.RuleSetFileDownloads;
import io.redress.security.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Downloads of rule set files for people, who edit them: workbooks have drop-down lists of all
 * codes that the rule set knows. The API gives the files as they were uploaded.
 */
@Path("/rulesets/{version}/files/{name: .+}")
@RolesAllowed({Role.EDIT, Role.ACTIVATE, Role.AUDIT})
@Blocking
@ExpensiveRead
public class FileResource {
  private final RuleSetFileDownloads downloads;

  FileResource(RuleSetFileDownloads downloads) {
    this.downloads = downloads;
  }

  @GET
  @Operation(hidden = true)
  public Response file(@PathParam("version") String version, @PathParam("name") String name) {
    return downloads.fileToEdit(version, name);
  }
}
