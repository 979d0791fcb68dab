package io.redress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * Far more clients than the service takes at once: each gets a decision that is kept, or is refused
 * with the time after which to retry.
 *
 * <p>{@code mvn -Phard-times verify} sends two thousand.
 */
class CrowdIT {
  private static final int CROWD = Integer.getInteger("redress.crowd", 400);
  private static final int SECONDS = Integer.getInteger("redress.crowd.seconds", 5);

  @Test
  void refusedClientsLearnWhenToRetry() throws Exception {
    Clients clients = new Clients();
    try (var service = PackagedJar.serve()) {
      Clients.Running running = clients.start(service, CROWD);
      Thread.sleep(SECONDS * 1_000);
      running.stop();
    }
    System.out.printf(
        "%d clients at once: %d acknowledged, p99 %d ms; %d refused, p99 %d ms%n",
        CROWD,
        clients.acknowledged().size(),
        clients.answeredWithin().toMillis(),
        clients.refusals(),
        clients.refusedWithin().toMillis());
    assertThat(clients.wrong()).isEmpty();
    assertThat(clients.acknowledged()).isNotEmpty();
  }
}
