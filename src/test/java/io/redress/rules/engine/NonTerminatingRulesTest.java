package io.redress.rules.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.Patience;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(Patience.SECONDS)
public class NonTerminatingRulesTest {
  /** A latch that is never released, for rules to wait for. */
  public static final CountDownLatch NEVER = new CountDownLatch(1);

  /** A lock that another thread holds, for rules to enter. */
  public static final Object LOCK = new Object();

  @AfterEach
  void threadIsNotInterruptedAfterwards() {
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (int i = 0; ; i++) { if (i < 0) i = 0; }",
        "int i = 0; do { i++; } while (i != -1 || true);",
        "while (true) { try { Integer.parseInt(\"x\"); } catch (Exception swallowed) {} }",
        "java.util.stream.Stream.generate(() -> 1).forEach(one -> {});",
        "while (true) { try { Thread.sleep(1); } catch (InterruptedException swallowed) {} }",
        "Thread.sleep(Long.MAX_VALUE);",
        "io.redress.rules.engine.NonTerminatingRulesTest.NEVER.await();",
        "synchronized (draft) { draft.wait(); }",
      })
  void endlessRulesAreEnded(String consequence) {
    CompiledRules rules = SmallRules.compiled(SmallRules.rule(consequence));

    assertThatThrownBy(() -> SmallRules.decide(rules))
        .isInstanceOf(NonTerminatingRulesException.class)
        .hasMessage(
            "Rule set 000000000000, dispute d-1, rule \"Does more\" in small.drl:"
                + " has not ended after 200 ms");
  }

  /** As a thread does that waits for a processor, it neither works nor waits by its state. */
  @Test
  void ruleThatIsDelayedIsNotEnded() {
    CompiledRules rules =
        SmallRules.compiled(
            SmallRules.rule(
                "java.net.ServerSocket socket = new java.net.ServerSocket(0);"
                    + " socket.setSoTimeout(500);"
                    + " try { socket.accept(); } catch (java.net.SocketTimeoutException late) {}"));

    assertThatCode(() -> SmallRules.decide(rules)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "function int deeper(int i) { return deeper(i + 1) + 1; }",
        "function int deeper(int i) { return new int[Integer.MAX_VALUE].length; }",
        "function int deeper(int i) { throw new AssertionError(); }",
      })
  void jvmErrorsFailTheDecisionOnly(String function) {
    CompiledRules rules =
        SmallRules.compiled(SmallRules.rule("deeper(1);") + System.lineSeparator() + function);

    assertThatThrownBy(() -> SmallRules.decide(rules)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void rulesThatTriggerEachOtherAreEnded() {
    CompiledRules rules =
        SmallRules.compiled(
            SmallRules.rule("insert(new StringBuilder());")
                + "rule \"Again\" when StringBuilder() then insert(new StringBuilder()); end");

    assertThatThrownBy(() -> SmallRules.decide(rules))
        .isInstanceOf(NonTerminatingRulesException.class)
        .hasMessageContaining("\"Again\" in small.drl: is one of 1000 that fired without ending");
  }

  @Test
  void finiteLoopsAreAllowed() {
    CompiledRules rules =
        SmallRules.compiled(
            SmallRules.rule("long sum = 0; for (int i = 0; i < 100000; i++) { sum += i; }"));

    assertThatCode(() -> SmallRules.decide(rules, Patience.LIMIT)).doesNotThrowAnyException();
  }

  @Test
  void uninterruptibleRulesAreReportedAsStuck() throws Exception {
    CompiledRules rules =
        SmallRules.compiled(
            SmallRules.rule(
                "synchronized (io.redress.rules.engine.NonTerminatingRulesTest.LOCK) {}"));
    Thread thread = new Thread(() -> SmallRules.decide(rules));
    synchronized (LOCK) {
      thread.start();
      while (stuck(thread).isEmpty()) {
        Thread.sleep(20);
      }
      assertThat(stuck(thread)).contains("Does more");
    }
    thread.join(Patience.LIMIT.toMillis());
    assertThat(stuck(thread)).isEmpty();
  }

  private static String stuck(Thread thread) {
    return Watchdog.stuck().stream()
        .filter(stuck -> stuck.thread() == thread)
        .map(stuck -> stuck.failure().getMessage())
        .findFirst()
        .orElse("");
  }
}
