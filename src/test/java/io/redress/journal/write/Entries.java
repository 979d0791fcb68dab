package io.redress.journal.write;

import io.redress.platform.database.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/** New entries for tests, and the stored ones. */
final class Entries {
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00.123Z");

  private Entries() {}

  static NewEntry of(Random random, @Nullable IdempotencyKey key) {
    boolean refunds = random.nextBoolean();
    DecisionRecord decided =
        new DecisionRecord(
            new UUID(random.nextLong(), random.nextLong()),
            "D-" + random.nextInt(20),
            NOW.plusMillis(random.nextInt(1_000_000)),
            LocalDate.of(2026, 11, 1 + random.nextInt(24)),
            "0123456789ab",
            "FULL_REFUND",
            "LOST",
            "RESOLVED",
            BigDecimal.valueOf(random.nextInt(10_000), 2),
            refunds ? BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)) : null,
            refunds ? "KWD" : null,
            "shop",
            "r-" + random.nextInt(),
            "{\"reason\":\"LOST\"}",
            "{\"resolution\":\"FULL_REFUND\",\"seed\":" + random.nextInt() + "}");
    PersonalData personal =
        new PersonalData("{\"/buyer/name\":\"Zoë 安娜\"}", "{\"subject\":\"Dear Zoë\"}");
    return new NewEntry(decided, List.of(), personal, key);
  }

  static NewEntry ofDispute(String disputeId, Random random, @Nullable IdempotencyKey key) {
    NewEntry entry = of(random, key);
    return new NewEntry(
        changed(entry.decided(), disputeId, entry.decided().reasonCode()),
        entry.custom(),
        entry.personal(),
        key);
  }

  static NewEntry withReasonCode(NewEntry entry, String reasonCode) {
    return new NewEntry(
        changed(entry.decided(), entry.decided().disputeId(), reasonCode),
        entry.custom(),
        entry.personal(),
        entry.idempotency());
  }

  private static DecisionRecord changed(DecisionRecord was, String disputeId, String reasonCode) {
    return new DecisionRecord(
        was.decisionId(),
        disputeId,
        was.decidedAt(),
        was.asOf(),
        was.ruleSet(),
        was.resolution(),
        reasonCode,
        was.caseStatus(),
        was.discountPercent(),
        was.refundAmount(),
        was.refundCurrency(),
        was.caller(),
        was.requestId(),
        was.facts(),
        was.decision());
  }

  static IdempotencyKey key(String key, String body) {
    return IdempotencyKey.of("shop", key, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** All entries of a chain, in order. */
  static List<Entry> kept(Database database, String replica) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from journal_chain where replica = :replica order by number")
                    .bind("replica", replica)
                    .map(EntryTable.CURRENT.mapper())
                    .list());
  }

  static List<PersonalKey> keys(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id, dispute_id, secret from personal_key")
                    .map(ConstructorMapper.of(PersonalKey.class))
                    .list());
  }
}
