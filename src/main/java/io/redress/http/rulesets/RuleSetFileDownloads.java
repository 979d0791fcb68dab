package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Responses with files of rule sets as they were uploaded. */
@Singleton
public class RuleSetFileDownloads {
  public static final String WORKBOOK =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final RuleSets ruleSets;
  private final RuleSetLookup lookup;

  RuleSetFileDownloads(RuleSets ruleSets, RuleSetLookup lookup) {
    this.ruleSets = ruleSets;
    this.lookup = lookup;
  }

  public Response file(String version, String name) {
    byte[] content = ruleSets.contents(lookup.find(version)).all().get(name);
    if (content == null) {
      throw ProblemType.NOT_FOUND.with(
          "The rule set has no file of this name. See /v1/rulesets/" + version + "/files.");
    }
    String plain = name.substring(name.lastIndexOf('/') + 1);
    String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content)
        .type(name.endsWith(".xlsx") ? WORKBOOK : "text/plain; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .build();
  }
}
