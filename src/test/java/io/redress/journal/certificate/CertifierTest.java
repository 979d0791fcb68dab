package io.redress.journal.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.journal.certificate.Certificate.Redecided;
import io.redress.journal.certificate.CheckedPart.Outcome;
import io.redress.journal.read.JournalSearch;
import io.redress.journal.read.KeptDecision;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.PersonalDataKeys;
import io.redress.journal.read.SearchQuery;
import io.redress.journal.verify.PastDecisions;
import io.redress.journal.write.Databases;
import io.redress.journal.write.Entry;
import io.redress.journal.write.WrittenJournal;
import io.redress.lifecycle.Replica;
import io.redress.platform.signature.SignedJson;
import io.redress.rules.ruleset.RuleSet;
import io.redress.rules.ruleset.ShippedRules;
import io.redress.security.audit.Actor;
import io.redress.security.signing.SigningKeys;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
class CertifierTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final RuleSet RULES = ShippedRules.whole();

  private final Replica replica = new Replica(Databases.EMBEDDED.fresh());
  private final SigningKeys keys = new SigningKeys(replica.database, CLOCK, Duration.ofDays(365));
  private final Certifier certifier = new Certifier(replica.database, keys, CLOCK);
  private final JournalSearch search = new JournalSearch(replica.database);
  private final WrittenJournal journal = PastDecisions.journal(replica, NOW);

  @AfterEach
  void close() {
    replica.close();
  }

  private KeptDecision kept(UUID decision) {
    return search.find(decision).orElseThrow();
  }

  private Certificate certified(KeptDecision kept) throws Exception {
    byte[] document = certifier.certify(kept);
    return Certificate.read(SignedJson.verify(document, keys.published()).content()).orElseThrow();
  }

  private static List<Outcome> outcomes(Certificate certificate, ObjectNode given) {
    return CertificateCheck.of(certificate, RULES, given).stream()
        .map(CheckedPart::outcome)
        .toList();
  }

  @Test
  void statesWhatWasDecidedAndWhereItIs() throws Exception {
    journal.dress("before");
    KeptDecision kept = kept(journal.dress("D-1"));
    Certificate certificate = certified(kept);

    Entry entry = kept.entry();
    assertThat(certificate.decisionId()).isEqualTo(entry.decided().decisionId());
    assertThat(certificate.disputeId()).isEqualTo("D-1");
    assertThat(certificate.resolution()).isEqualTo("KEEP_TRACKING");
    assertThat(certificate.ruleSet()).isEqualTo(RULES.id());
    assertThat(certificate.redecision()).isEqualTo(Redecided.SAME);
    assertThat(certificate.program()).isEqualTo(Program.current());
    assertThat(certificate.journal().number()).isEqualTo(2);
    assertThat(PastDecisions.verify(replica, certificate.journal().anchor()).whole()).isTrue();
    assertThat(outcomes(certificate, OpenedDecision.of(kept).facts()))
        .containsExactly(Outcome.PASSED, Outcome.PASSED);
  }

  @Test
  void eachOfManyDecisionsIsDecidedTheSameFromItsFacts() throws Exception {
    int decided = journal.random(21, 150);
    assertThat(decided).isGreaterThan(10);
    int[] certified = {0};
    search.entries(
        SearchQuery.ALL,
        kept -> {
          try {
            Certificate certificate = certified(kept);
            assertThat(certificate.redecision()).isEqualTo(Redecided.SAME);
            assertThat(outcomes(certificate, OpenedDecision.of(kept).facts()))
                .containsOnly(Outcome.PASSED);
            certified[0]++;
          } catch (Exception refused) {
            throw new AssertionError(refused);
          }
        });
    assertThat(certified[0]).isEqualTo(decided);
  }

  /** There are no names in it, nor hashes by which names could be guessed. */
  @Test
  void certificateStaysTheSameWhenPersonalDataAreDestroyed() throws Exception {
    KeptDecision kept = kept(journal.dress("D-2"));
    byte[] before = certifier.certify(kept);
    assertThat(new String(before, StandardCharsets.UTF_8))
        .doesNotContain("Greta", "Velvet", "Oriole");
    new PersonalDataKeys(replica.database, CLOCK).destroy("D-2", Actor.within("test"));

    KeptDecision destroyed = kept(kept.entry().decided().decisionId());
    assertThat(OpenedDecision.of(destroyed).personalData())
        .isEqualTo(OpenedDecision.Availability.DESTROYED);
    assertThat(certifier.certify(destroyed)).isEqualTo(before);
    assertThat(outcomes(certified(destroyed), OpenedDecision.of(destroyed).facts()))
        .containsExactly(Outcome.PASSED, Outcome.PASSED);
  }

  @Test
  void changedEntryIsNotCertified() {
    KeptDecision kept = kept(journal.dress("D-3"));
    Entry entry = kept.entry();
    Entry moved =
        new Entry(
            entry.replica(),
            entry.number() + 1,
            entry.decided(),
            entry.keyId(),
            entry.sealed(),
            entry.previous(),
            entry.hash());
    assertThatThrownBy(() -> certifier.certify(new KeptDecision(moved, kept.key())))
        .isInstanceOf(NotCertifiableException.class)
        .hasMessageContaining("was changed after it was written");
  }

  @Test
  void decisionUnderAnotherRuleSetIsNotTheSame() throws Exception {
    KeptDecision kept = kept(journal.dress("D-4"));
    Certificate certificate = certified(kept);
    RuleSet others = ShippedRules.broken();
    assertThat(CertificateCheck.of(certificate, others, OpenedDecision.of(kept).facts()))
        .last()
        .satisfies(
            part -> {
              assertThat(part.outcome()).isEqualTo(Outcome.FAILED);
              assertThat(part.part()).isEqualTo("decision");
            });
  }
}
