package io.redress.http.rulesets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.http.gate.Callers;
import io.redress.http.load.ExpensiveWrite;
import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.security.access.Role;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rulesets/{version}/...}: work on a candidate until it is activated. */
@Path("/v1/rulesets/{version}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EDIT)
@Tag(name = "Rule sets")
public class CandidateResource {
  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;
  private final CaseAcceptance acceptance;
  private final Archive archive;
  private final Rebase rebase;
  private final ObjectMapper mapper;

  CandidateResource(
      RuleSets ruleSets,
      RuleSetLookup lookup,
      CaseAcceptance acceptance,
      Archive archive,
      Rebase rebase,
      ObjectMapper mapper) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
    this.acceptance = acceptance;
    this.archive = archive;
    this.rebase = rebase;
    this.mapper = mapper;
  }

  @POST
  @Path("cases/accept")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Make the new results of failing test cases the expected ones")
  @ExpensiveWrite
  public Response accept(
      @PathParam("version") String version, String body, @Context RoutingContext request) {
    AcceptRequest wanted =
        read(body, AcceptRequest.class, "{\"ids\": [\"dress-1\"], \"comment\": \"7% is meant\"}");
    StoredRuleSet next =
        acceptance
            .accept(lookup.find(version), ids(wanted.ids()), wanted.comment(), Callers.of(request))
            .ruleSet();
    return Response.created(URI.create("/v1/rulesets/" + next.version()))
        .entity(answer(next, request))
        .build();
  }

  @POST
  @Path("archive")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Set a candidate aside, with the reason")
  public RuleSetAnswer archive(
      @PathParam("version") String version, String body, @Context RoutingContext request) {
    ArchiveRequest wanted = read(body, ArchiveRequest.class, "{\"reason\": \"too expensive\"}");
    return answer(archive.add(lookup.find(version), wanted.reason(), Callers.of(request)), request);
  }

  @POST
  @Path("reopen")
  @Operation(summary = "Take up an archived candidate again")
  public RuleSetAnswer reopen(
      @PathParam("version") String version, @Context RoutingContext request) {
    return answer(archive.remove(lookup.find(version), Callers.of(request)), request);
  }

  @POST
  @Path("rebase")
  @Operation(summary = "Make the changes of a candidate to the active rule set")
  @ExpensiveWrite
  public Response rebase(@PathParam("version") String version, @Context RoutingContext request) {
    Rebase.Rebased rebased =
        rebase.rebase(lookup.find(version), Rebase.Choices.NONE, Callers.of(request));
    StoredRuleSet next = rebased.ruleSet();
    if (next == null) {
      throw Rebase.refused(rebased.conflicts());
    }
    return Response.created(URI.create("/v1/rulesets/" + next.version()))
        .entity(answer(next, request))
        .build();
  }

  private RuleSetAnswer answer(StoredRuleSet ruleSet, RoutingContext request) {
    return RuleSetAnswer.of(ruleSet, ruleSets, Callers.activator(request));
  }

  private static Set<String> ids(@Nullable List<@Nullable String> sent) {
    if (sent == null) {
      return Set.of();
    }
    if (sent.isEmpty() || sent.stream().anyMatch(Objects::isNull)) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "ids is empty or contains null. Send the ids of failing test cases, or leave ids out.");
    }
    return new TreeSet<>(sent);
  }

  private <T> T read(String body, Class<T> type, String example) {
    try {
      T read =
          mapper
              .readerFor(type)
              .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
              .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .readValue(body);
      if (read != null) {
        return read;
      }
    } catch (JsonProcessingException malformed) {
      // reported below
    }
    throw ProblemType.MALFORMED_REQUEST.with(
        "The body is not as expected. Send one such as " + example + ".");
  }
}
