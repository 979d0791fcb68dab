package io.redress.journal.certificate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Answer;
import io.redress.domain.dispute.DisputeReader;
import io.redress.journal.read.OpenedDecision;
import io.redress.journal.read.OpenedDecision.Availability;
import io.redress.journal.write.Entry;
import io.redress.journal.write.EntryWriter;
import io.redress.journal.write.NewEntry;
import io.redress.platform.signature.SignedJson;
import io.redress.platform.signature.SigningKeyPair;
import io.redress.rules.ruleset.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A certificate of a decision that no journal has.
 *
 * @param document as it was signed
 * @param decision as {@code GET /v1/decisions/{id}} would answer
 */
public record IssuedCertificate(byte[] document, String decision) {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

  public static IssuedCertificate of(String facts, RuleSet rules, SigningKeyPair key) {
    ObjectNode sent = DisputeReader.sent(facts.getBytes(StandardCharsets.UTF_8));
    NewEntry taken =
        DisputeReader.read(sent, rules.customFacts(), country -> LocalDate.MAX)
            .fold(
                dispute ->
                    EntryWriter.entry(
                        sent,
                        new Answer(UUID.randomUUID(), NOW, rules.decide(dispute)),
                        "shop",
                        "r-1",
                        null),
                problems -> {
                  throw new AssertionError(problems);
                });
    Entry entry =
        new Entry(
            "replica-1",
            17,
            taken.decided(),
            UUID.randomUUID(),
            new byte[0],
            "0".repeat(64),
            "1".repeat(64));
    String answer = taken.personal().completing(taken.decided().decision());
    Certificate certificate =
        Certificate.of(
            new OpenedDecision(entry, answer, sent, Availability.PRESENT),
            Certificate.Redecided.SAME,
            NOW);
    return new IssuedCertificate(
        SignedJson.sign(certificate.json(), key),
        answer.substring(0, answer.length() - 1)
            + ",\"facts\":"
            + sent
            + ",\"personalData\":\"PRESENT\",\"journal\":{\"number\":17}}");
  }
}
