package io.redress.journal.read;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.redress.platform.database.Database;
import io.redress.platform.request.RedactedException;
import io.redress.security.audit.Actor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Deletes entries and personal data when their retention period has ended. */
@Singleton
class Retention {
  private static final Logger LOG = Logger.getLogger("io.redress");
  private static final Actor BY = Actor.within("retention");
  private static final Duration RETENTION_INTERVAL = Duration.ofDays(1);
  private static final Duration KEY_INTERVAL = Duration.ofMinutes(5);

  /** Idempotent requests are answered from the journal for a day. */
  private static final Duration MIN_RETENTION = Duration.ofDays(2);

  private final Database database;
  private final PersonalDataKeys keys;
  private final Clock clock;
  private final Optional<Duration> entries;
  private final Optional<Duration> personalData;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread daemon = new Thread(task, "redress-retention");
            daemon.setDaemon(true);
            return daemon;
          });

  Retention(
      Database database,
      PersonalDataKeys keys,
      Clock clock,
      @ConfigProperty(name = "redress.journal.keep") Optional<Duration> entries,
      @ConfigProperty(name = "redress.personal-data.keep") Optional<Duration> personalData) {
    this.database = database;
    this.keys = keys;
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
  }

  void stop(@Observes ShutdownEvent ending) {
    thread.shutdownNow();
  }

  private void every(Duration pause, Runnable task) {
    Runnable again =
        () -> {
          try {
            task.run();
          } catch (RuntimeException failed) {
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
              new JournalTruncation(database).before(oldest, now, BY), oldest);
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
    database
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from idempotency_key where kept_until <= ?",
                    clock.instant().atOffset(ZoneOffset.UTC)));
  }

  private static void log(String what, long count, Instant oldest) {
    if (count > 0) {
      LOG.infof("Deleted " + what + " from before %s.", count, oldest);
    }
  }
}
