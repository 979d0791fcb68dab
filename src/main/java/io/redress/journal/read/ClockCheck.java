package io.redress.journal.read;

import io.redress.journal.projection.Projection;
import io.redress.platform.database.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Notices entries from the future. A clock was ahead then, or is behind now: such entries outlive
 * their retention, and what they promise counts from a wrong day.
 */
@Singleton
public class ClockCheck {
  private static final Logger LOG = Logger.getLogger("io.redress");

  /** Clocks of replicas differ a little. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** Searches have all but the newest entries. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Database database;
  private final Projection projection;
  private final Clock clock;
  private volatile Optional<Instant> future = Optional.empty();

  ClockCheck(Database database, Clock clock) {
    this.database = database;
    this.projection = new Projection(database);
    this.clock = clock;
  }

  /** When the newest entry was decided, if that is in the future; as of the last check. */
  public Optional<Instant> future() {
    return future;
  }

  /** Looks up the newest entry. */
  void check() {
    projection.catchUp(PATIENCE);
    Instant latest = clock.instant().plus(TOLERANCE);
    Optional<Instant> found =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select max(newest) from ("
                                + "select max(decided_at) as newest from decision_search union all"
                                + " select max(decided_at) from journal_entry) found")
                        .mapTo(OffsetDateTime.class)
                        .findOne())
            .map(OffsetDateTime::toInstant)
            .filter(newest -> newest.isAfter(latest));
    if (found.isPresent() && future.isEmpty()) {
      LOG.errorf(
          "The journal has an entry of %s, which is in the future. Set the clock right.",
          found.get());
    }
    future = found;
  }
}
