package io.redress.http.keys;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.http.gate.Callers;
import io.redress.http.problem.Page;
import io.redress.http.problem.ProblemType;
import io.redress.security.access.KeyAdministration;
import io.redress.security.access.KeyProblem;
import io.redress.security.access.KeySpec;
import io.redress.security.access.KeyStore;
import io.redress.security.access.NewKey;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code /v1/keys}: the API keys of people and systems. */
@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Access")
public class KeyResource {
  private final KeyStore store;
  private final KeyAdministration keys;
  private final ObjectMapper mapper;

  KeyResource(KeyStore store, KeyAdministration keys, ObjectMapper mapper) {
    this.store = store;
    this.keys = keys;
    this.mapper = mapper;
  }

  @GET
  @Operation(summary = "All keys, newest first; X-Total-Count has their number")
  public Response list(
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    Page wanted = Page.of(page, size);
    List<KeyAnswer> answers =
        store.page(wanted.offset(), wanted.size()).stream().map(KeyAnswer::of).toList();
    return Response.ok(answers).header(Page.TOTAL, store.count()).build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Create a key; only this response contains its token")
  public Response add(String body, @Context RoutingContext request) {
    KeySpec spec = KeyRequest.read(body, mapper);
    List<KeyProblem> problems = keys.problems(spec);
    if (!problems.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(KeySpec.text(problems));
    }
    NewKey created = keys.add(spec, Callers.of(request));
    return Response.status(Response.Status.CREATED)
        .entity(KeyAnswer.of(created))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @DELETE
  @Path("{id}")
  @Operation(summary = "Revoke a key; within two seconds all replicas reject it")
  public KeyAnswer revoke(@PathParam("id") String id, @Context RoutingContext request) {
    return keys.revoke(id, Callers.of(request))
        .map(KeyAnswer::of)
        .orElseThrow(
            () -> ProblemType.NOT_FOUND.with("There is no such key. GET /v1/keys lists all keys."));
  }
}
