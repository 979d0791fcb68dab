package io.redress.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.database.Database;
import io.redress.journal.Databases;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatientReadingTest {
  private static final Duration LIMIT = Duration.ofMillis(200);

  /** Hours of work. */
  private static final String ENDLESS =
      "with recursive n(i) as (select 1 union all select i + 1 from n where i < 1000000000)"
          + " select count(*) from n";

  @ParameterizedTest
  @EnumSource
  @Timeout(60)
  void aDatabaseThatTakesTooLongIsStoppedAndGoesOnAnswering(Databases kind) {
    try (Database database = Database.open(kind.fresh())) {
      PatientReading reading = new PatientReading(database, LIMIT);
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> count(reading, ENDLESS)).isInstanceOf(SearchTooSlow.class);
      }
      assertThat(database.use().active()).isZero();
      assertThat(database.outage()).isEmpty();
      assertThat(count(reading, "select 7")).isEqualTo(7);
    }
  }

  private static long count(PatientReading reading, String question) {
    return reading.ask(handle -> handle.createQuery(question).mapTo(Long.class).one());
  }
}
