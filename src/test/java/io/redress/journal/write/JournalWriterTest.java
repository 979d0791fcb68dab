package io.redress.journal.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("service")
class JournalWriterTest {
  private final PostgresServer server = new PostgresServer();
  private final List<Database> opened = new ArrayList<>();
  private final Ticking clock = new Ticking();

  @BeforeAll
  void open(@TempDir Path folder) {
    opened.add(Database.open(DatabaseSettings.embedded(folder)));
    opened.add(Database.open(server.fresh()));
  }

  @AfterAll
  void close() {
    opened.forEach(Database::close);
    server.close();
  }

  List<Database> databases() {
    return opened;
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void everyEntryIsStoredOnceInAVerifiableChain(Database database) {
    JournalWriter writer = writer(database, "chain");
    List<NewEntry> sent = new ArrayList<>();
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      List<NewEntry> batch = batch(random, 1 + random.nextInt(30));
      assertThat(writer.commit(batch))
          .containsExactlyElementsOf(
              batch.stream()
                  .map(one -> (JournalResult) new JournalResult.Answered(one.answer(), false))
                  .toList());
      sent.addAll(batch);
      if (random.nextBoolean()) {
        writer = writer(database, "chain");
      }
    }

    List<Entry> kept = Entries.kept(database, "chain");
    assertThat(kept.stream().map(entry -> entry.decided().decisionId()))
        .containsExactlyElementsOf(sent.stream().map(one -> one.decided().decisionId()).toList());
    ChainHead chain = ChainHead.empty("chain");
    for (Entry entry : kept) {
      assertThat(chain.continuesWith(entry)).isTrue();
      assertThat(entry.intact()).as("%s", entry).isTrue();
      chain = chain.after(entry);
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void personalDataAreSealedWithTheKeyOfTheirDispute(Database database) {
    List<NewEntry> batch = batch(new Random(42), 50);
    writer(database, "sealed").commit(batch);

    Map<String, PersonalKey> keys = new HashMap<>();
    Entries.keys(database).forEach(key -> keys.put(key.disputeId(), key));
    List<Entry> kept = Entries.kept(database, "sealed");
    for (int i = 0; i < batch.size(); i++) {
      Entry entry = kept.get(i);
      PersonalKey key = keys.get(entry.decided().disputeId());
      assertThat(entry.keyId()).isEqualTo(key.id());
      assertThat(key.open(entry.decided().decisionId(), entry.sealed()))
          .isEqualTo(batch.get(i).personal());
      assertThatThrownBy(() -> key.open(key.id(), entry.sealed()))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void idempotencyKeyReplaysSameBodyAndRefusesAnother(Database database) {
    JournalWriter writer = writer(database, "same");
    Random random = new Random(7);
    NewEntry first = Entries.of(random, Entries.key("k", "body"));
    NewEntry again = Entries.of(random, Entries.key("k", "body"));
    NewEntry other = Entries.of(random, Entries.key("k", "another body"));

    assertThat(writer.commit(List.of(first, again, other)))
        .containsExactly(
            new JournalResult.Answered(first.answer(), false),
            new JournalResult.Answered(first.answer(), true),
            new JournalResult.KeyReused());
    assertThat(writer(database, "same").commit(List.of(again, other)))
        .containsExactly(
            new JournalResult.Answered(first.answer(), true), new JournalResult.KeyReused());
    assertThat(Entries.kept(database, "same")).hasSize(1);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void entryThatTheDatabaseRefusesFailsAlone(Database database) {
    JournalWriter writer = writer(database, "refused");
    Random random = new Random(1012);
    for (int round = 0; round < 10; round++) {
      List<NewEntry> batch = new ArrayList<>(batch(random, 1 + random.nextInt(60)));
      Set<Integer> refused = new TreeSet<>();
      for (int bad = random.nextInt(4); bad > 0; bad--) {
        int place = random.nextInt(batch.size());
        refused.add(place);
        batch.set(place, Entries.withReasonCode(batch.get(place), "A".repeat(150)));
      }
      List<JournalResult> outcomes = writer.commit(batch);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(outcomes.get(i))
            .isInstanceOf(
                refused.contains(i) ? JournalResult.Refused.class : JournalResult.Answered.class);
      }
    }
    ChainHead chain = ChainHead.empty("refused");
    for (Entry entry : Entries.kept(database, "refused")) {
      assertThat(chain.continuesWith(entry)).isTrue();
      chain = chain.after(entry);
    }
  }

  /** Rows were changed in the database: requests that need them fail alone, again and again. */
  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void damagedRowsHarmNoOtherEntries(Database database) {
    JournalWriter writer = writer(database, "damaged");
    Random random = new Random(1_111);
    NewEntry first = Entries.ofDispute("damaged-1", random, Entries.key("damaged", "body"));
    NewEntry second = Entries.ofDispute("damaged-2", random, null);
    writer.commit(List.of(first, second));
    database
        .jdbi()
        .useHandle(
            handle -> {
              String change = "update personal_key set secret = ? where dispute_id = ?";
              handle.execute(change, new byte[32], "damaged-1");
              handle.execute(change, new byte[31], "damaged-2");
            });

    for (int round = 0; round < 2; round++) {
      List<NewEntry> batch = new ArrayList<>(batch(random, 20));
      batch.set(5, Entries.ofDispute("damaged-3", random, Entries.key("damaged", "body")));
      batch.set(9, Entries.ofDispute("damaged-2", random, null));
      List<JournalResult> outcomes = writer.commit(batch);
      for (int i = 0; i < batch.size(); i++) {
        assertThat(outcomes.get(i))
            .isInstanceOf(
                i == 5 || i == 9 ? JournalResult.Refused.class : JournalResult.Answered.class);
      }
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void idempotencyKeyExpiresAfterADay(Database database) {
    JournalWriter writer = writer(database, "forgotten");
    Random random = new Random(8);
    NewEntry first = Entries.of(random, Entries.key("day", "body"));
    NewEntry next = Entries.of(random, Entries.key("day", "another body"));
    writer.commit(List.of(first));

    clock.pass(Duration.ofHours(24).minusMillis(1));
    assertThat(writer.commit(List.of(next))).containsExactly(new JournalResult.KeyReused());
    clock.pass(Duration.ofMillis(1));
    assertThat(writer.commit(List.of(next)))
        .containsExactly(new JournalResult.Answered(next.answer(), false));
    assertThat(writer.commit(List.of(next)))
        .containsExactly(new JournalResult.Answered(next.answer(), true));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void twoWritersCanShareAChainAndAKey(Database database) {
    JournalWriter one = writer(database, "two");
    JournalWriter other = writer(database, "two");
    Random random = new Random(9);
    NewEntry first = Entries.of(random, Entries.key("both", "body"));
    one.commit(List.of(first, Entries.of(random, null)));

    assertThat(
            other.commit(
                List.of(Entries.of(random, Entries.key("both", "body")), Entries.of(random, null))))
        .first()
        .isEqualTo(new JournalResult.Answered(first.answer(), true));
    one.commit(batch(random, 3));

    List<Entry> kept = Entries.kept(database, "two");
    assertThat(kept.stream().map(Entry::number)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    ChainHead chain = ChainHead.empty("two");
    for (Entry entry : kept) {
      assertThat(chain.continuesWith(entry)).isTrue();
      chain = chain.after(entry);
    }
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void readersWhoHoldAllConnectionsDoNotKeepTheWriterWaiting(Database database) {
    JournalWriter writer = writer(database, "crowd");
    List<Handle> readers = new ArrayList<>();
    try {
      while (readers.size() < database.poolUsage().max()) {
        readers.add(database.jdbi().open());
      }
      assertThat(writer.commit(batch(new Random(12), 3))).hasSize(3);
    } finally {
      readers.forEach(Handle::close);
    }
    assertThat(Entries.kept(database, "crowd")).hasSize(3);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("databases")
  void failedBatchStoresNothing(Database database) {
    JournalWriter writer = writer(database, "broken");
    Random random = new Random(10);
    NewEntry good = Entries.of(random, Entries.key("rolled back", "body"));
    NewEntry twice = Entries.of(random, null);

    assertThatThrownBy(() -> writer.commit(List.of(good, twice, twice)));
    assertThat(Entries.kept(database, "broken")).isEmpty();
    writer.recover();
    assertThat(writer.commit(List.of(good)))
        .containsExactly(new JournalResult.Answered(good.answer(), false));
  }

  private JournalWriter writer(Database database, String replica) {
    JournalWriter writer = new JournalWriter(database, replica, clock);
    writer.recover();
    return writer;
  }

  private static List<NewEntry> batch(Random random, int size) {
    return Stream.generate(() -> Entries.of(random, null)).limit(size).toList();
  }

  /** A clock that tests advance. */
  private static final class Ticking extends Clock {
    private Instant now = Entries.NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
