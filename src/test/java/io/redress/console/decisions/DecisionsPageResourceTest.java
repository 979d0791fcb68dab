package io.redress.console.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.redress.http.gate.Protected;
import io.redress.http.gate.Visitor;
import io.redress.journal.read.PersonalDataKeys;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.ActiveRules;
import io.redress.platform.database.Database;
import io.redress.security.access.Role;
import io.redress.security.audit.Actor;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(Protected.class)
@Tag("service")
class DecisionsPageResourceTest {
  private static final String HOSTILE = "<script>alert(1)</script>";

  @Inject Protected.Keys keys;
  @Inject ActiveRules active;
  @Inject Database database;
  @Inject PersonalDataKeys personal;

  @Test
  void onlyAuditorsSeeDecisions() {
    String id = journal().dress("roles-1").toString();
    List<String> pages =
        List.of(
            "/decisions",
            "/decisions/" + id,
            "/decisions/" + id + "/again",
            "/decisions/" + id + "/why?table=goodwill",
            "/decisions/" + id + "/help",
            "/decisions/export.csv",
            "/decisions/export.xlsx",
            "/disputes/roles-1");
    for (String page : pages) {
      assertThat(get(Role.AUDIT, page).statusCode()).as(page).isEqualTo(200);
      for (String role : List.of(Role.DECIDE, Role.EDIT, Role.ACTIVATE, Role.ADMIN)) {
        assertThat(get(role, page).statusCode()).as(role + " " + page).isEqualTo(403);
      }
    }
  }

  @Test
  void decisionsAreFoundSortedAndPaged() {
    WrittenJournal journal = journal();
    for (int i = 1; i <= 3; i++) {
      journal.dress("page_" + i);
    }
    String first = text("/decisions?q=page_&sort=disputeId&size=2&resolution=");
    assertThat(first)
        .contains("3 decisions", ">page_1<", ">page_2<", "Page 1 of 2", "aria-sort=\"ascending\"")
        .contains("/decisions?q=page_&amp;size=2&amp;sort=disputeId&amp;page=2")
        .contains("/decisions/export.csv?q=page_\"")
        .doesNotContain(">page_3<");
    assertThat(text("/decisions?q=page_&sort=disputeId&size=2&page=2")).contains(">page_3<");
    assertThat(text("/decisions?q=no-such-dispute")).contains("No decision matches");
    assertThat(get(Role.AUDIT, "/decisions/export.csv?q=page_").asString().lines()).hasSize(4);
  }

  @Test
  void decisionShowsFactsRowsAndJournalEntry() {
    String id = journal().dress("one-1").toString();
    assertThat(text("/decisions/" + id))
        .contains("Greta Kirschbaum", "Velvet gown", "Keep tracking", "data-letter=\"zh\"")
        .contains(
            "class=\"highlighted outcome\"",
            "/disputes/one-1",
            "/decide#facts=%7B",
            "Journal entry");
    assertThat(text("/decisions/" + id + "/again")).contains("The active rules decide the same");
  }

  @Test
  void rowsAreExplained() {
    String id = journal().dress("why-1").toString();
    assertThat(text("/decisions/" + id))
        .contains("/decisions/" + id + "/why?table=goodwill&amp;row=5", "Why not?")
        .contains("/decisions/" + id + "/help");
    assertThat(text("/decisions/" + id + "/why?table=goodwill&row=5"))
        .contains("Row 5 does not match: C5 asks for Reason Natural disaster")
        .contains("Row 4 answers", "<th scope=\"row\">C5</th>");
    assertThat(text("/decisions/" + id + "/why?table=goodwill"))
        .contains("All other rows", "Row 6 does not match");
    for (String unknown :
        List.of("", "?table=no", "?table=goodwill&row=1", "?table=goodwill&row=x")) {
      assertThat(get(Role.AUDIT, "/decisions/" + id + "/why" + unknown).statusCode())
          .as(unknown)
          .isEqualTo(404);
    }
  }

  @Test
  void whatWouldHelpIsSaid() {
    String id = journal().dress("help-1").toString();
    assertThat(text("/decisions/" + id + "/help"))
        .contains("The decision is now: Keep tracking", "What the decision hangs on")
        .contains("Cause of the delay")
        .doesNotContain("Ways to get there");
    assertThat(text("/decisions/" + id + "/help?goal=FULL_REFUND"))
        .contains("to reach the goal", "by the carrier", "Then the decision is: Full refund.");
    assertThat(get(Role.AUDIT, "/decisions/" + id + "/help?goal=NO").statusCode()).isEqualTo(400);
  }

  @Test
  void destroyedDataAreReported() {
    String id = journal().dress("gone-2").toString();
    personal.destroy("gone-2", Actor.within("test"));
    assertThat(text("/decisions/" + id))
        .contains("personal data of this dispute were destroyed", "Keep tracking")
        .doesNotContain("Greta", "Velvet");
    assertThat(text("/decisions/" + id + "/again")).contains("letters cannot be compared");
  }

  @Test
  void userTextIsEscaped() {
    String facts =
        WrittenJournal.DRESS
            .formatted("hostile-1")
            .replace("Velvet gown", HOSTILE)
            .replace("Greta Kirschbaum", HOSTILE);
    String id = journal().keep(facts.getBytes(StandardCharsets.UTF_8), HOSTILE).toString();
    for (String page : List.of("/decisions", "/decisions/" + id, "/disputes/hostile-1")) {
      assertThat(text(page)).as(page).doesNotContain(HOSTILE);
    }
    assertThat(text("/decisions/" + id)).contains("&lt;script&gt;alert(1)&lt;/script&gt;");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/decisions/1",
        "/decisions/00000000-0000-4000-8000-000000000000",
        "/decisions/00000000-0000-4000-8000-000000000000/again",
        "/decisions/00000000-0000-4000-8000-000000000000/why?table=goodwill",
        "/decisions/1/help",
        "/disputes/no-such-dispute",
        "/disputes/%3Cscript%3E"
      })
  void unknownDecisionOrDisputeIsNotFound(String page) {
    Response answer = get(Role.AUDIT, page);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(answer.asString()).doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @ValueSource(strings = {"disputeId", "resolution", "ruleSet", "from", "to", "q", "sort", "page"})
  void noParameterBreaksThePage(String parameter) {
    for (String hostile :
        List.of("'", "'; drop table journal_entry; --", "%", "\u0000", "\"><script>alert(1)")) {
      Response answer =
          auditor().plain().accept("text/html").queryParam(parameter, hostile).get("/decisions");
      assertThat(answer.statusCode()).as(hostile).isIn(200, 400);
      assertThat(answer.asString()).doesNotContain("<script>alert");
    }
  }

  @Test
  void timelineShowsPromises() {
    journal().dress("course-1");
    assertThat(text("/disputes/course-1"))
        .contains("Decided: Keep tracking", "Next review promised", "missed");
  }

  private WrittenJournal journal() {
    return new WrittenJournal(
        database,
        active.current().orElseThrow(),
        UUID.randomUUID().toString(),
        Instant.parse("2026-03-01T08:00:00Z"));
  }

  private String text(String page) {
    Response answer = get(Role.AUDIT, page);
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return answer.asString();
  }

  private Response get(String role, String page) {
    return Visitor.with(keys.with(role))
        .plain()
        .urlEncodingEnabled(false)
        .accept("text/html, text/csv, */*")
        .get(page);
  }

  private Visitor auditor() {
    return Visitor.with(keys.with(Role.AUDIT));
  }
}
