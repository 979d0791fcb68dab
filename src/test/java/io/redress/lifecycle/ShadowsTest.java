package io.redress.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.journal.write.Databases;
import io.redress.lifecycle.store.Shadow;
import io.redress.lifecycle.store.ShadowStore;
import io.redress.lifecycle.store.StoredRuleSet;
import io.redress.platform.phrase.Phrase;
import io.redress.security.audit.Actor;
import io.redress.security.audit.AuditLog;
import io.redress.security.audit.AuditQuery;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class ShadowsTest {
  private static final Actor ANNA = Actor.within("anna");

  private Replica replica;
  private ShadowStore store;
  private Shadows shadows;
  private StoredRuleSet active;
  private StoredRuleSet candidate;

  @BeforeEach
  void activate() {
    replica = new Replica(Databases.EMBEDDED.fresh());
    store = new ShadowStore(replica.database);
    shadows = new Shadows(store, replica.ruleSets, Clock.systemUTC());
    active = replica.propose("active");
    replica.activate(active);
    candidate = replica.propose("candidate");
  }

  @AfterEach
  void close() {
    replica.close();
  }

  private Shadow start(StoredRuleSet ruleSet) {
    return ((Shadows.Result.Started) shadows.start(ruleSet, ANNA)).shadow();
  }

  private List<String> refusal(StoredRuleSet ruleSet) {
    StoredRuleSet now = replica.ruleSets.find(ruleSet.version()).orElseThrow();
    return ((Shadows.Result.Refused) shadows.start(now, ANNA))
        .reasons().stream().map(Phrase::toString).toList();
  }

  private List<String> audited() {
    return new AuditLog(replica.database)
        .page(new AuditQuery(null, null, null, null), 0, 100).stream()
            .filter(event -> event.what().startsWith("SHADOW"))
            .map(event -> event.who() + " " + event.what() + " " + event.details())
            .toList();
  }

  private Shadow.Reason reason(Shadow shadow) {
    Shadow.End end = store.newest(shadow.version()).orElseThrow().end();
    assertThat(end).isNotNull();
    return end.reason();
  }

  @Test
  void oneIsAtWorkAtATime() {
    assertThat(shadows.refresh()).isEmpty();
    Shadow first = start(candidate);
    assertThat(first.running()).isTrue();
    assertThat(start(candidate)).isEqualTo(first);
    assertThat(shadows.refresh()).contains(first);

    StoredRuleSet other = replica.propose("other");
    Shadow second = start(other);
    assertThat(second.number()).isEqualTo(first.number() + 1);
    assertThat(reason(first)).isEqualTo(Shadow.Reason.REPLACED);
    assertThat(shadows.refresh()).contains(second);

    assertThat(shadows.stop(ANNA)).isPresent();
    assertThat(shadows.stop(ANNA)).isEmpty();
    assertThat(shadows.refresh()).isEmpty();
    assertThat(shadows.newest()).map(this::reason).contains(Shadow.Reason.STOPPED);
    assertThat(audited())
        .containsExactly(
            "anna SHADOW_ENDED {\"number\":2,\"reason\":\"STOPPED\"}",
            "anna SHADOW_STARTED {\"number\":2}",
            "anna SHADOW_ENDED {\"number\":1,\"reason\":\"REPLACED\"}",
            "anna SHADOW_STARTED {\"number\":1}");
  }

  @Test
  void otherReplicasSeeItAndItSurvivesARestart() {
    Shadow started = start(candidate);
    Shadows other =
        new Shadows(new ShadowStore(replica.database), replica.ruleSets, Clock.systemUTC());
    assertThat(other.refresh()).contains(started);
  }

  @Test
  void itEndsWhenItsCandidateIsActivated() {
    Shadow started = start(candidate);
    replica.activate(candidate);
    assertThat(shadows.refresh()).isEmpty();
    assertThat(reason(started)).isEqualTo(Shadow.Reason.ACTIVATED);
    assertThat(audited().get(0)).startsWith("shadow SHADOW_ENDED");
    assertThat(shadows.refresh()).isEmpty();
    assertThat(audited()).hasSize(2);
  }

  @Test
  void itGoesOnWhenAnotherRuleSetIsActivated() {
    Shadow started = start(candidate);
    replica.activate(replica.propose("another"));
    assertThat(shadows.refresh()).contains(started);
  }

  @Test
  void itEndsWhenItsCandidateIsArchived() {
    Shadow started = start(candidate);
    replica.ruleSets.archive(candidate, "too expensive", ANNA);
    assertThat(shadows.refresh()).isEmpty();
    assertThat(reason(started)).isEqualTo(Shadow.Reason.ARCHIVED);
    assertThat(refusal(candidate)).containsExactly("It is archived. Reopen it first.");
  }

  @Test
  void onlyAdmittedRuleSetsThatDoNotDecideAreStarted() {
    assertThat(refusal(active)).containsExactly("It is active. Choose another rule set.");
    StoredRuleSet failing =
        replica.propose(
            "failing",
            Map.of(
                "test-cases/wrong.yaml",
                """
                - id: wrong
                  title: It is never so
                  facts: {disputeType: NOT_RECEIVED, reason: LOST}
                  expect: {nextOrderDiscountPercent: 42}
                """
                    .getBytes(StandardCharsets.UTF_8)));
    assertThat(refusal(failing)).singleElement().asString().startsWith("It was not admitted.");
    StoredRuleSet unreadable = replica.save("flow.drl", "rule");
    assertThat(refusal(unreadable)).containsExactly(Phrase.of("shadow.rejected").toString());
    assertThat(shadows.newest()).isEmpty();
  }

  @Test
  void aFormerRuleSetCanBeStarted() {
    replica.activate(candidate);
    StoredRuleSet former = replica.ruleSets.find(active.version()).orElseThrow();
    assertThat(start(former).running()).isTrue();
  }

  @Test
  void fewAreKept() {
    StoredRuleSet other = replica.propose("other");
    for (int i = 0; i < ShadowStore.MAX_KEPT; i++) {
      start(candidate);
      start(other);
    }
    int kept =
        replica
            .database
            .jdbi()
            .withHandle(
                handle ->
                    handle.createQuery("select count(*) from shadow").mapTo(Integer.class).one());
    assertThat(kept).isEqualTo(ShadowStore.MAX_KEPT);
  }
}
