package io.redress.journal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.Patience;
import io.redress.journal.write.Databases;
import io.redress.platform.database.Database;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("service")
class BoundedQueriesTest {
  private static final Duration LIMIT = Duration.ofMillis(200);

  /** Runs for hours. */
  private static final String ENDLESS =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000000)"
          + " select count(*) from n";

  @ParameterizedTest
  @EnumSource
  @Timeout(Patience.SECONDS)
  void slowQueryIsCancelledAndOthersStillRun(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      BoundedQueries reading = new BoundedQueries(database, LIMIT);
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> count(reading, ENDLESS)).isInstanceOf(SearchTooSlow.class);
      }
      assertThat(database.poolUsage().active()).isZero();
      assertThat(database.outage()).isEmpty();
      assertThat(count(reading, "select 7")).isEqualTo(7);
    }
  }

  private static long count(BoundedQueries reading, String question) {
    return reading.run(handle -> handle.createQuery(question).mapTo(Long.class).one());
  }
}
