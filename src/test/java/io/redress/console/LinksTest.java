package io.redress.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.redress.console.rulesets.Candidates;
import io.restassured.response.Response;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** All links of console pages lead to existing pages. */
@QuarkusTest
@Tag("service")
class LinksTest {
  private static final Pattern LINK = Pattern.compile("(?:href|src|hx-get)=\"(/[^\"#]*)[\"#]");

  /** Pages of one kind have links of the same kinds. */
  private static final int MAX_OF_A_KIND = 6;

  /** So have pages that differ in the last part of their address, such as those of test cases. */
  private static final int MAX_BELOW_ONE = 24;

  private final Deque<String> ahead = new ArrayDeque<>(List.of("/"));
  private final Set<String> seen = new HashSet<>(ahead);
  private final Map<String, Integer> kinds = new HashMap<>();
  private final Map<String, Integer> parents = new HashMap<>();
  private final Map<String, Integer> broken = new LinkedHashMap<>();

  @Test
  void everyLinkHasATarget() {
    Candidates.failing(given(), "links-never");
    given()
        .contentType("application/json")
        .body("{\"disputeId\": \"links\", \"disputeType\": \"NOT_RECEIVED\", \"reason\": \"LOST\"}")
        .post("/v1/decide");

    Visit visit = Visit.open();
    while (!ahead.isEmpty()) {
      check(ahead.pop(), visit);
    }

    assertThat(broken).isEmpty();
    assertThat(kinds.keySet())
        .contains(
            "/tables/*/goodwill", "/rulesets/*/files/test-cases/article.yaml", "/disputes/links");
  }

  private void check(String page, Visit visit) {
    Response answer = visit.get(page);
    if (answer.statusCode() >= 400) {
      broken.put(page, answer.statusCode());
    } else if (answer.contentType().startsWith("text/html")) {
      LINK.matcher(answer.asString())
          .results()
          .map(link -> link.group(1).replace("&amp;", "&"))
          .filter(seen::add)
          .filter(link -> kinds.merge(kind(link), 1, Integer::sum) <= MAX_OF_A_KIND)
          .filter(link -> parents.merge(parent(kind(link)), 1, Integer::sum) <= MAX_BELOW_ONE)
          .forEach(ahead::add);
    }
  }

  private static String parent(String kind) {
    return kind.substring(0, kind.lastIndexOf('/') + 1);
  }

  /** The address without ids, such as those of rule sets and decisions. */
  private static String kind(String link) {
    return link.replaceFirst("[?].*", "").replaceAll("/[0-9a-f-]{12,}(?=/|$)", "/*");
  }
}
