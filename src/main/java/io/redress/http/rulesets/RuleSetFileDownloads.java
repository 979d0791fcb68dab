package io.redress.http.rulesets;

import io.redress.http.problem.ProblemType;
import io.redress.lifecycle.RuleSets;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.rules.table.Tables;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.function.UnaryOperator;

/** Responses with files of rule sets. */
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

  /** The file as it was uploaded. */
  public Response file(String version, String name) {
    return response(name, content(lookup.find(version), name));
  }

  /** The file; a workbook with drop-down lists of the codes that the rule set knows. */
  public Response fileToEdit(String version, String name) {
    return changed(lookup.find(version), name, content -> content);
  }

  /** The file as {@link #fileToEdit} gives it, after a change. */
  public Response changed(StoredRuleSet ruleSet, String name, UnaryOperator<byte[]> change) {
    byte[] content = content(ruleSet, name);
    return response(
        name,
        change.apply(
            Tables.isTableFile(name)
                ? ruleSets
                    .load(ruleSet, new ArrayList<>())
                    .map(rules -> rules.withLists(name, content))
                    .orElse(content)
                : content));
  }

  private byte[] content(StoredRuleSet ruleSet, String name) {
    byte[] content = ruleSets.contents(ruleSet).all().get(name);
    if (content == null) {
      throw ProblemType.NOT_FOUND.with(
          "The rule set has no file of this name. See /v1/rulesets/"
              + ruleSet.version()
              + "/files.");
    }
    return content;
  }

  private static Response response(String name, byte[] content) {
    String plain = name.substring(name.lastIndexOf('/') + 1);
    String encoded = URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    return Response.ok(content)
        .type(name.endsWith(".xlsx") ? WORKBOOK : "text/plain; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded)
        .build();
  }
}
