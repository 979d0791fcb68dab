package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.domain.decision.Answer;
import io.redress.domain.decision.Decision;
import io.redress.domain.dispute.Dispute;
import io.redress.domain.dispute.DisputeReader;
import io.redress.domain.dispute.RandomDisputes;
import io.redress.domain.dispute.ReadResult;
import io.redress.platform.database.Database;
import io.redress.rules.ruleset.RuleSet;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** A journal to which a test adds decisions. */
public final class WrittenJournal {
  public static final String DRESS =
      """
      {"disputeType": "NOT_RECEIVED", "reason": "IN_TRANSIT", "delayCause": "PEAK_SEASON",
       "disputeId": "%s", "asOf": "2014-12-10", "buyer": {"name": "Greta Kirschbaum"},
       "order": {"item": "Velvet gown"}, "seller": {"name": "Oriole Textiles"}}
      """;

  private static final int BATCH = 2_500;

  private final Database database;
  private final RuleSet rules;
  private final JournalWriter writer;
  private Instant now;

  public WrittenJournal(Database database, RuleSet rules, String replica, Instant begun) {
    this.database = database;
    this.rules = rules;
    this.now = begun;
    this.writer = new JournalWriter(database, replica, Clock.fixed(begun, ZoneOffset.UTC));
    writer.recover();
  }

  /** Adds a decision; the clock advances by a second with each. */
  public UUID dress(String disputeId) {
    return keep(DRESS.formatted(disputeId).getBytes(StandardCharsets.UTF_8), "shop");
  }

  /** Advances the clock. */
  public void pass(Duration time) {
    now = now.plus(time);
  }

  public UUID dress(String disputeId, String caller) {
    return keep(DRESS.formatted(disputeId).getBytes(StandardCharsets.UTF_8), caller);
  }

  /** Adds the same decision many times. */
  public void dresses(String disputeId, int many) {
    byte[] facts = DRESS.formatted(disputeId).getBytes(StandardCharsets.UTF_8);
    Decision decision = decided(facts);
    for (int kept = 0; kept < many; kept += BATCH) {
      List<NewEntry> batch =
          Stream.generate(() -> entry(facts, decision, "shop"))
              .limit(Math.min(BATCH, many - kept))
              .toList();
      assertThat(writer.commit(batch)).hasSameSizeAs(batch);
    }
  }

  /** Adds decisions on facts in one batch after another; the clock advances between them. */
  public void keepAll(List<String> facts, Duration between) {
    for (int from = 0; from < facts.size(); from += BATCH) {
      List<NewEntry> batch =
          facts.subList(from, Math.min(facts.size(), from + BATCH)).stream()
              .map(text -> text.getBytes(StandardCharsets.UTF_8))
              .map(
                  body -> {
                    pass(between);
                    return entry(body, decided(body), "shop");
                  })
              .toList();
      assertThat(writer.commit(batch)).hasSameSizeAs(batch);
    }
  }

  /** Adds decisions on random disputes, and returns how many of those tried were possible. */
  public int random(long seed, int tried) {
    RandomDisputes disputes = new RandomDisputes(seed);
    int kept = 0;
    for (int i = 0; i < tried; i++) {
      ObjectNode facts = disputes.json(disputes.next(Dispute.class));
      withoutMoney(facts);
      facts.put("asOf", "2032-05-11");
      facts.put("disputeId", "random-" + i);
      byte[] body = facts.toString().getBytes(StandardCharsets.UTF_8);
      if (DisputeReader.read(body, country -> LocalDate.MAX) instanceof ReadResult.Read) {
        keep(body, "shop");
        kept++;
      }
    }
    return kept;
  }

  /** Random amounts have too many decimals for any currency. */
  private static void withoutMoney(ObjectNode facts) {
    facts.remove(List.of("order", "claimedAmount"));
    facts.withObject("/customs").remove("dutyPaidByBuyer");
    facts.withArray("/granted").forEach(grant -> ((ObjectNode) grant).remove("amount"));
  }

  public UUID keep(byte[] facts, String caller) {
    NewEntry entry = entry(facts, decided(facts), caller);
    assertThat(writer.commit(List.of(entry))).hasSize(1);
    return entry.decided().decisionId();
  }

  /** The entry of a decision, which is not added. */
  public NewEntry entry(byte[] facts) {
    return entry(facts, decided(facts), "shop");
  }

  private Decision decided(byte[] facts) {
    return DisputeReader.read(facts, rules.customFacts(), country -> rules.today(country, now))
        .fold(
            rules::decide,
            problems -> {
              throw new AssertionError(problems);
            });
  }

  private NewEntry entry(byte[] facts, Decision decision, String caller) {
    now = now.plusSeconds(1);
    UUID id = UUID.randomUUID();
    return EntryWriter.entry(
        DisputeReader.sent(facts), new Answer(id, now, decision), caller, "request-" + id, null);
  }

  public Database database() {
    return database;
  }
}
