package io.redress.journal.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import io.redress.platform.thread.DaemonThread;
import io.redress.security.audit.Actor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Deletes entries and personal data when their retention period has ended. */
@Singleton
class Retention {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Actor BY = Actor.within("retention");
  private static final Duration RETENTION_INTERVAL = Duration.ofDays(1);
  private static final Duration KEY_INTERVAL = Duration.ofMinutes(5);

  /** Idempotency keys deleted at once; a day without retention may leave millions. */
  private static final int BATCH_SIZE = 1_000;

  /** Idempotent requests are answered from the journal for a day. */
  private static final Duration MIN_RETENTION = Duration.ofDays(2);

  private final Database database;
  private final PersonalDataKeys keys;
  private final ClockCheck clockCheck;
  private final Clock clock;
  private final Optional<Duration> entries;
  private final Optional<Duration> personalData;
  private final ScheduledExecutorService thread = DaemonThread.of("retention");

  Retention(
      Database database,
      PersonalDataKeys keys,
      ClockCheck clockCheck,
      Clock clock,
      @ConfigProperty(name = "redress.journal.keep") Optional<Duration> entries,
      @ConfigProperty(name = "redress.personal-data.keep") Optional<Duration> personalData) {
    this.database = database;
    this.keys = keys;
    this.clockCheck = clockCheck;
    this.clock = clock;
    this.entries = atLeast("redress.journal.keep", entries);
    this.personalData = atLeast("redress.personal-data.keep", personalData);
  }

  private static Optional<Duration> atLeast(String name, Optional<Duration> keep) {
    if (keep.filter(time -> time.compareTo(MIN_RETENTION) < 0).isPresent()) {
      throw new IllegalArgumentException(
          name + " is shorter than 2 days. Set a longer time such as 1095d, or remove it.");
    }
    return keep;
  }

  void start(@Observes StartupEvent started) {
    every(RETENTION_INTERVAL, this::deleteExpired);
    every(KEY_INTERVAL, this::deleteIdempotencyKeys);
    every(KEY_INTERVAL, clockCheck::check);
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  private void every(Duration pause, Runnable task) {
    Runnable again =
        () -> {
          try {
            task.run();
          } catch (RuntimeException | Error failed) {
            LOG.warnf("Retention failed and will be tried again: %s", RedactedException.of(failed));
          }
        };
    thread.scheduleWithFixedDelay(again, 0, pause.toSeconds(), TimeUnit.SECONDS);
  }

  /** Truncates the journal, and destroys the keys of disputes without recent decisions. */
  void deleteExpired() {
    Instant now = clock.instant();
    entries.ifPresent(
        keep -> {
          Instant oldest = now.minus(keep);
          log(
              "%d entries of the journal",
              new JournalTruncation(database, oldest, now, BY).run(), oldest);
        });
    personalData
        .or(() -> entries)
        .map(keep -> entries.filter(other -> other.compareTo(keep) < 0).orElse(keep))
        .map(now::minus)
        .ifPresent(
            oldest ->
                log("the personal data of %d disputes", keys.destroyUnused(oldest, BY), oldest));
  }

  /** Deletes idempotency keys that have expired. */
  void deleteIdempotencyKeys() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int deleted;
    do {
      deleted = database.jdbi().withHandle(handle -> deleteExpiredKeys(handle, now));
    } while (deleted > 0);
  }

  private static int deleteExpiredKeys(Handle handle, OffsetDateTime now) {
    return handle
        .createQuery(
            "select max(kept_until) from (select kept_until from idempotency_key"
                + " where kept_until <= :now order by kept_until limit :most) expired")
        .bind("now", now)
        .bind("most", BATCH_SIZE)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(last -> handle.execute("delete from idempotency_key where kept_until <= ?", last))
        .orElse(0);
  }

  private static void log(String what, long count, Instant oldest) {
    if (count > 0) {
      LOG.infof("Deleted " + what + " from before %s.", count, oldest);
    }
  }
}
