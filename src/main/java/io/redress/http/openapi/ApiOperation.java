package io.redress.http.openapi;

import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.Dispute;
import io.redress.http.audit.AuditAnswer;
import io.redress.http.decide.BatchResource;
import io.redress.http.decisions.DecisionExports;
import io.redress.http.decisions.OutcomeRequest;
import io.redress.http.insight.ExplainRequest;
import io.redress.http.insight.ImpactAnswer;
import io.redress.http.insight.ImpactRequest;
import io.redress.http.insight.ShadowAnswer;
import io.redress.http.insight.ShadowRequest;
import io.redress.http.insight.UsageAnswer;
import io.redress.http.insight.WhatIfRequest;
import io.redress.http.keys.KeyAnswer;
import io.redress.http.keys.KeyRequest;
import io.redress.http.keys.SigningKeyAnswer;
import io.redress.http.problem.Endpoints;
import io.redress.http.problem.ProblemType;
import io.redress.http.rulesets.AcceptRequest;
import io.redress.http.rulesets.ArchiveRequest;
import io.redress.http.rulesets.DiffAnswer;
import io.redress.http.rulesets.RuleSetAnswer;
import io.redress.http.rulesets.RuleSetFileDownloads;
import io.redress.http.rulesets.TableAnswer;
import io.redress.insight.explain.Explanation;
import io.redress.insight.whatif.WhatIfAnswer;
import io.redress.journal.outcome.ReportedOutcome;
import io.redress.journal.read.DecisionListItem;
import io.redress.journal.read.PersonalDataDestruction;
import io.redress.journal.verify.VerificationReport;
import io.redress.lifecycle.store.StoredFile;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the API: what goes in and what can come out. Summaries, tags and roles are those
 * of the resource.
 *
 * @param id the name of the operation in generated clients
 * @param body the type of a JSON body; null if there is none, or the resource describes it
 * @param response the body on success
 * @param problems what else can come
 */
record ApiOperation(
    HttpMethod method,
    String path,
    String id,
    List<ApiParameter> parameters,
    @Nullable Class<?> body,
    Response response,
    Set<ProblemType> problems) {

  /**
   * A response on success.
   *
   * @param type of the members of JSON, or of the items if it is a list; null for other media types
   */
  record Response(int status, List<String> mediaTypes, @Nullable Class<?> type, Kind kind) {
    enum Kind {
      ONE,
      LIST,
      /** A list with the header {@code X-Total-Count}. */
      PAGE
    }

    private static Response of(Class<?> type) {
      return new Response(200, List.of(MediaType.APPLICATION_JSON), type, Kind.ONE);
    }

    private static Response listOf(Class<?> type) {
      return new Response(200, List.of(MediaType.APPLICATION_JSON), type, Kind.LIST);
    }

    private static Response pageOf(Class<?> type) {
      return new Response(200, List.of(MediaType.APPLICATION_JSON), type, Kind.PAGE);
    }

    private static Response created(Class<?> type) {
      return new Response(201, List.of(MediaType.APPLICATION_JSON), type, Kind.ONE);
    }

    private static Response accepted(Class<?> type) {
      return new Response(202, List.of(MediaType.APPLICATION_JSON), type, Kind.ONE);
    }

    private static Response file(String... mediaTypes) {
      return new Response(200, List.of(mediaTypes), null, Kind.ONE);
    }
  }

  private static final Set<ProblemType> ANY =
      EnumSet.of(
          ProblemType.MALFORMED_REQUEST,
          ProblemType.UNAUTHENTICATED,
          ProblemType.FORBIDDEN,
          ProblemType.NOT_FROM_HERE,
          ProblemType.NOT_ACCEPTABLE,
          ProblemType.TOO_SLOW,
          ProblemType.TOO_MANY_REQUESTS,
          ProblemType.INTERNAL,
          ProblemType.UNAVAILABLE);

  private static final Set<ProblemType> WITH_BODY =
      with(ANY, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);

  private static final List<ApiParameter> SEARCH =
      List.of(
          ApiParameter.OF_DISPUTE,
          ApiParameter.RESOLUTION,
          ApiParameter.RULE_SET,
          ApiParameter.FROM,
          ApiParameter.TO,
          ApiParameter.TEXT,
          ApiParameter.CUSTOM);

  private static final String RULE_SETS = "/v1/rulesets";
  private static final String RULE_SET = RULE_SETS + "/{version}";
  private static final String IMPACT = RULE_SET + "/impact";
  private static final String SHADOW = "/v1/shadow";
  private static final String IMPACT_RUN = IMPACT + "/{id}";

  /** All operations of the API. */
  static final List<ApiOperation> ALL =
      List.of(
          new ApiOperation(
              HttpMethod.POST,
              Endpoints.DECIDE,
              "decide",
              List.of(ApiParameter.TRACE, ApiParameter.IDEMPOTENCY_KEY),
              Dispute.class,
              Response.of(Answer.class),
              with(WITH_BODY, ProblemType.IMPOSSIBLE_FACTS, ProblemType.IDEMPOTENCY_KEY_REUSED)),
          new ApiOperation(
              HttpMethod.POST,
              Endpoints.BATCH,
              "decideBatch",
              List.of(ApiParameter.KEEP, ApiParameter.BATCH),
              null,
              Response.file(BatchResource.LINES),
              WITH_BODY),
          insight("explain", ExplainRequest.class, Explanation.class),
          insight("whatif", WhatIfRequest.class, WhatIfAnswer.class),
          get(
              "/v1/decisions",
              "listDecisions",
              Response.pageOf(DecisionListItem.class),
              Stream.concat(
                      SEARCH.stream(),
                      Stream.of(ApiParameter.SORT, ApiParameter.PAGE, ApiParameter.SIZE))
                  .toArray(ApiParameter[]::new)),
          get("/v1/decisions.csv", "exportDecisionsAsCsv", Response.file("text/csv"), search()),
          get(
              "/v1/decisions.xlsx",
              "exportDecisionsAsWorkbook",
              Response.file(DecisionExports.WORKBOOK),
              search()),
          get(
              "/v1/decisions.ndjson",
              "exportDecisionsAsLines",
              Response.file(DecisionExports.LINES),
              search()),
          get(
              "/v1/decisions/{decisionId}",
              "getDecision",
              Response.of(RecordedDecision.class),
              ApiParameter.DECISION_ID),
          new ApiOperation(
              HttpMethod.GET,
              "/v1/decisions/{decisionId}/certificate",
              "getCertificate",
              List.of(ApiParameter.DECISION_ID),
              null,
              Response.of(SignedCertificate.class),
              with(ANY, ProblemType.NOT_FOUND, ProblemType.NOT_CERTIFIED)),
          new ApiOperation(
              HttpMethod.POST,
              "/v1/decisions/{decisionId}/outcome",
              "reportOutcome",
              List.of(ApiParameter.DECISION_ID),
              OutcomeRequest.class,
              Response.of(ReportedOutcome.class),
              with(
                  WITH_BODY,
                  ProblemType.IMPOSSIBLE_FACTS,
                  ProblemType.NOT_FOUND,
                  ProblemType.TOO_MANY_REPORTS)),
          get(
              "/v1/decisions/{decisionId}/outcome",
              "listOutcomes",
              Response.listOf(ReportedOutcome.class),
              ApiParameter.DECISION_ID),
          new ApiOperation(
              HttpMethod.DELETE,
              "/v1/disputes/{disputeId}/personal-data",
              "destroyPersonalData",
              List.of(ApiParameter.DISPUTE_ID),
              null,
              Response.of(PersonalDataDestruction.class),
              ANY),
          get(
              "/v1/journal/verification",
              "verifyJournal",
              Response.of(VerificationReport.class),
              ApiParameter.SINCE,
              ApiParameter.REDECIDE,
              ApiParameter.ANCHOR),
          get(
              RULE_SETS,
              "listRuleSets",
              Response.pageOf(RuleSetAnswer.class),
              ApiParameter.PAGE,
              ApiParameter.SIZE),
          new ApiOperation(
              HttpMethod.POST,
              RULE_SETS,
              "proposeRuleSet",
              List.of(),
              null,
              Response.created(RuleSetAnswer.class),
              with(
                  WITH_BODY,
                  ProblemType.CODE_BY_UPLOAD,
                  ProblemType.NOT_FOUND,
                  ProblemType.UNREADABLE_RULES)),
          get(RULE_SET, "getRuleSet", Response.of(RuleSetAnswer.class), ApiParameter.VERSION),
          activation("activate", "activateRuleSet"),
          work(
              "cases/accept",
              "acceptResults",
              AcceptRequest.class,
              Response.created(RuleSetAnswer.class),
              with(
                  WITH_BODY,
                  ProblemType.NOT_FOUND,
                  ProblemType.NOT_ACCEPTED,
                  ProblemType.UNREADABLE_RULES)),
          work(
              "archive",
              "archiveRuleSet",
              ArchiveRequest.class,
              Response.of(RuleSetAnswer.class),
              with(WITH_BODY, ProblemType.NOT_FOUND, ProblemType.NOT_A_CANDIDATE)),
          work(
              "rebase",
              "rebaseRuleSet",
              null,
              Response.created(RuleSetAnswer.class),
              with(
                  ANY,
                  ProblemType.NOT_FOUND,
                  ProblemType.NOT_A_CANDIDATE,
                  ProblemType.CONFLICTING_CHANGES,
                  ProblemType.UNREADABLE_RULES)),
          work(
              "reopen",
              "reopenRuleSet",
              null,
              Response.of(RuleSetAnswer.class),
              with(ANY, ProblemType.NOT_FOUND, ProblemType.NOT_A_CANDIDATE)),
          activation("rollback", "rollBackRuleSet"),
          get(
              RULE_SET + "/diff/{other}",
              "compareRuleSets",
              Response.of(DiffAnswer.class),
              ApiParameter.VERSION,
              ApiParameter.OTHER),
          get(
              RULE_SET + "/files",
              "listFiles",
              Response.listOf(StoredFile.class),
              ApiParameter.VERSION),
          get(
              RULE_SET + "/files/{name}",
              "getFile",
              Response.file(RuleSetFileDownloads.WORKBOOK, MediaType.TEXT_PLAIN),
              ApiParameter.VERSION,
              ApiParameter.FILE),
          get(
              RULE_SET + "/tables",
              "listTables",
              Response.listOf(String.class),
              ApiParameter.VERSION),
          get(
              RULE_SET + "/tables/{name}",
              "getTable",
              Response.of(TableAnswer.class),
              ApiParameter.VERSION,
              ApiParameter.TABLE),
          get(
              RULE_SET + "/tables/{name}.drl",
              "getTableAsDrl",
              Response.file(MediaType.TEXT_PLAIN),
              ApiParameter.VERSION,
              ApiParameter.TABLE),
          new ApiOperation(
              HttpMethod.POST,
              IMPACT,
              "beginImpactRun",
              List.of(ApiParameter.VERSION),
              ImpactRequest.class,
              Response.accepted(ImpactAnswer.class),
              with(WITH_BODY, ProblemType.IMPOSSIBLE_FACTS, ProblemType.NOT_FOUND)),
          get(
              IMPACT,
              "listImpactRuns",
              Response.pageOf(ImpactAnswer.class),
              ApiParameter.VERSION,
              ApiParameter.PAGE,
              ApiParameter.SIZE),
          get(
              IMPACT_RUN,
              "getImpactRun",
              Response.of(ImpactAnswer.class),
              ApiParameter.VERSION,
              ApiParameter.IMPACT_ID),
          get(
              IMPACT_RUN + "/changes.csv",
              "getImpactChangesAsCsv",
              Response.file("text/csv"),
              ApiParameter.VERSION,
              ApiParameter.IMPACT_ID),
          get(
              IMPACT_RUN + "/changes.xlsx",
              "getImpactChangesAsWorkbook",
              Response.file(DecisionExports.WORKBOOK),
              ApiParameter.VERSION,
              ApiParameter.IMPACT_ID),
          get(
              IMPACT_RUN + "/kpis.csv",
              "getImpactKpisAsCsv",
              Response.file("text/csv"),
              ApiParameter.VERSION,
              ApiParameter.IMPACT_ID),
          get(
              IMPACT_RUN + "/kpis.xlsx",
              "getImpactKpisAsWorkbook",
              Response.file(DecisionExports.WORKBOOK),
              ApiParameter.VERSION,
              ApiParameter.IMPACT_ID),
          new ApiOperation(
              HttpMethod.DELETE,
              IMPACT_RUN,
              "cancelImpactRun",
              List.of(ApiParameter.VERSION, ApiParameter.IMPACT_ID),
              null,
              Response.of(ImpactAnswer.class),
              with(ANY, ProblemType.NOT_FOUND)),
          get(
              RULE_SET + "/usage",
              "getUsage",
              Response.of(UsageAnswer.class),
              ApiParameter.VERSION,
              ApiParameter.FROM_DAY,
              ApiParameter.TO_DAY,
              ApiParameter.OF_TABLE,
              ApiParameter.PAGE,
              ApiParameter.SIZE),
          get(
              RULE_SET + "/usage/{name}",
              "getWorkbookWithUsage",
              Response.file(RuleSetFileDownloads.WORKBOOK),
              ApiParameter.VERSION,
              ApiParameter.FILE),
          new ApiOperation(
              HttpMethod.PUT,
              SHADOW,
              "startShadow",
              List.of(),
              ShadowRequest.class,
              Response.of(ShadowAnswer.class),
              with(WITH_BODY, ProblemType.NOT_A_CANDIDATE)),
          new ApiOperation(
              HttpMethod.GET,
              SHADOW,
              "getShadow",
              List.of(),
              null,
              Response.of(ShadowAnswer.class),
              with(ANY, ProblemType.NOT_FOUND)),
          new ApiOperation(
              HttpMethod.DELETE,
              SHADOW,
              "stopShadow",
              List.of(),
              null,
              Response.of(ShadowAnswer.class),
              with(ANY, ProblemType.NOT_FOUND)),
          get(
              "/v1/keys",
              "listKeys",
              Response.pageOf(KeyAnswer.class),
              ApiParameter.PAGE,
              ApiParameter.SIZE),
          new ApiOperation(
              HttpMethod.POST,
              "/v1/keys",
              "addKey",
              List.of(),
              KeyRequest.class,
              Response.created(KeyAnswer.class),
              WITH_BODY),
          new ApiOperation(
              HttpMethod.DELETE,
              "/v1/keys/{id}",
              "revokeKey",
              List.of(ApiParameter.KEY_ID),
              null,
              Response.of(KeyAnswer.class),
              with(ANY, ProblemType.NOT_FOUND)),
          get("/v1/signing-keys", "listSigningKeys", Response.listOf(SigningKeyAnswer.class)),
          new ApiOperation(
              HttpMethod.POST,
              "/v1/signing-keys",
              "rotateSigningKey",
              List.of(),
              null,
              Response.of(SigningKeyAnswer.class),
              ANY),
          new ApiOperation(
              HttpMethod.DELETE,
              "/v1/signing-keys/{keyId}",
              "revokeSigningKey",
              List.of(ApiParameter.SIGNING_KEY_ID),
              null,
              Response.of(SigningKeyAnswer.class),
              with(ANY, ProblemType.NOT_FOUND)),
          get(
              "/v1/audit",
              "listAuditEvents",
              Response.pageOf(AuditAnswer.class),
              ApiParameter.WHO,
              ApiParameter.WHAT,
              ApiParameter.FROM_INSTANT,
              ApiParameter.TO_INSTANT,
              ApiParameter.PAGE,
              ApiParameter.SIZE),
          get("/v1/backup", "makeBackup", Response.file("application/zip")));

  private static ApiOperation insight(String id, Class<?> request, Class<?> answer) {
    return new ApiOperation(
        HttpMethod.POST,
        Endpoints.API + id,
        id,
        List.of(),
        request,
        Response.of(answer),
        with(WITH_BODY, ProblemType.IMPOSSIBLE_FACTS, ProblemType.NOT_FOUND));
  }

  private static ApiOperation get(
      String path, String id, Response response, ApiParameter... parameters) {
    return new ApiOperation(
        HttpMethod.GET,
        path,
        id,
        List.of(parameters),
        null,
        response,
        path.contains("{") ? with(ANY, ProblemType.NOT_FOUND) : ANY);
  }

  private static ApiOperation activation(String verb, String id) {
    return new ApiOperation(
        HttpMethod.POST,
        RULE_SET + "/" + verb,
        id,
        List.of(ApiParameter.VERSION, ApiParameter.IF_MATCH),
        null,
        Response.of(RuleSetAnswer.class),
        with(ANY, ProblemType.NOT_FOUND, ProblemType.NOT_ACTIVATED, ProblemType.GATES_NOT_MET));
  }

  private static ApiOperation work(
      String verb,
      String id,
      @Nullable Class<?> body,
      Response response,
      Set<ProblemType> problems) {
    return new ApiOperation(
        HttpMethod.POST,
        RULE_SET + "/" + verb,
        id,
        List.of(ApiParameter.VERSION),
        body,
        response,
        problems);
  }

  private static ApiParameter[] search() {
    return SEARCH.toArray(ApiParameter[]::new);
  }

  private static Set<ProblemType> with(Set<ProblemType> some, ProblemType... more) {
    Set<ProblemType> all = EnumSet.copyOf(some);
    all.addAll(List.of(more));
    return all;
  }
}
