package io.redress.editing;

import io.redress.lifecycle.Outcome;
import io.redress.lifecycle.Proposal;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.Status;
import io.redress.lifecycle.StoredRuleSet;
import io.redress.problem.ProblemType;
import io.redress.source.RuleProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** {@code /v1/rulesets}: what rules there were, are and could be. */
@Path("/v1/rulesets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rule sets")
public class RuleSetResource {
  /** Who acts as long as nobody has to say who he is: somebody on this machine. */
  private static final String BY = "local";

  private static final int LONGEST_COMMENT = 2_000;
  private static final String TOTAL = "X-Total-Count";

  private final RuleSets ruleSets;
  private final KnownRuleSets known;

  RuleSetResource(RuleSets ruleSets, KnownRuleSets known) {
    this.ruleSets = ruleSets;
    this.known = known;
  }

  @GET
  @Operation(summary = "All rule sets, the newest first; X-Total-Count says how many there are")
  public Response list(
      @QueryParam("page") @DefaultValue("1") String page,
      @QueryParam("size") @DefaultValue("50") String size) {
    Page wanted = Page.of(page, size);
    List<RuleSetAnswer> answers =
        ruleSets.page(wanted.offset(), wanted.size()).stream().map(RuleSetAnswer::of).toList();
    return Response.ok(answers).header(TOTAL, ruleSets.count()).build();
  }

  @GET
  @Path("{version}")
  @Operation(summary = "A rule set and what admission found; active is the one that decides")
  public Response one(@PathParam("version") String version) {
    return answer(Response.ok(), known.find(version));
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(summary = "Make a candidate of a rule set with some of its files replaced")
  public Response propose(
      @RestForm("file") List<FileUpload> uploads,
      @RestForm @Nullable String comment,
      @RestForm @DefaultValue(RuleSets.ACTIVE) String base)
      throws IOException {
    if (uploads.isEmpty()) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "No file was sent. Send at least one, as in -F file=@promises.xlsx.");
    }
    StoredRuleSet parent = known.find(base);
    UploadedFiles files = new UploadedFiles(ruleSets.contents(parent));
    for (FileUpload upload : uploads) {
      if (upload.fileName() == null || upload.uploadedFile() == null) {
        throw ProblemType.MALFORMED_REQUEST.with(
            "A part called file holds no file. Send its name and content.");
      }
      files.add(upload.fileName(), Files.readAllBytes(upload.uploadedFile()));
    }
    if (!files.problems().isEmpty()) {
      throw unreadable(files.problems());
    }
    Proposal proposal = ruleSets.propose(files.onBase(), parent.version(), comment(comment), BY);
    if (proposal instanceof Proposal.Unreadable unreadable) {
      throw unreadable(unreadable.problems());
    }
    StoredRuleSet ruleSet = ((Proposal.Kept) proposal).ruleSet();
    return answer(Response.created(URI.create("/v1/rulesets/" + ruleSet.version())), ruleSet);
  }

  @POST
  @Path("{version}/activate")
  @Operation(summary = "Let a rule set decide; If-Match names the version that should until then")
  public Response activate(
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    return activate(known.find(version), ifMatch);
  }

  @POST
  @Path("{version}/rollback")
  @Operation(summary = "Let a rule set decide again that did so once")
  public Response rollBack(
      @PathParam("version") String version,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    StoredRuleSet ruleSet = known.find(version);
    if (ruleSet.status() == Status.CANDIDATE || ruleSet.status() == Status.REJECTED) {
      throw notActivated(List.of("It never decided. Activate it, or roll back to one that did."));
    }
    return activate(ruleSet, ifMatch);
  }

  private Response activate(StoredRuleSet ruleSet, @Nullable String ifMatch) {
    Outcome outcome = ruleSets.activate(ruleSet, expected(ifMatch), BY);
    if (outcome instanceof Outcome.Refused refused) {
      throw notActivated(refused.reasons());
    }
    return answer(Response.ok(), ((Outcome.Activated) outcome).ruleSet());
  }

  /** Quoted as RFC 9110 wants it, or not; {@code *} is any. */
  private static @Nullable String expected(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.strip().equals("*")) {
      return null;
    }
    return ifMatch.strip().replaceFirst("^(W/)?\"(.*)\"$", "$2");
  }

  private static String comment(@Nullable String comment) {
    String text = comment == null ? "" : comment.strip();
    if (text.length() > LONGEST_COMMENT) {
      throw ProblemType.MALFORMED_REQUEST.with(
          "The comment is longer than " + LONGEST_COMMENT + " characters. Shorten it.");
    }
    return text.replaceAll("[\\p{Cntrl}&&[^\n]]", "");
  }

  private static Response answer(Response.ResponseBuilder response, StoredRuleSet ruleSet) {
    return response
        .entity(RuleSetAnswer.of(ruleSet))
        .tag(new EntityTag(ruleSet.version()))
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  private static RuntimeException unreadable(List<RuleProblem> problems) {
    return ProblemType.UNREADABLE_RULES.with(
        problems.size() == 1
            ? problems.get(0).toString()
            : problems.size() + " problems were found.",
        "problems",
        problems);
  }

  private static RuntimeException notActivated(List<String> reasons) {
    return ProblemType.NOT_ACTIVATED.with(String.join(" ", reasons), "reasons", reasons);
  }
}
