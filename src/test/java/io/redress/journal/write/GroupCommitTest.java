package io.redress.journal.write;

import static io.redress.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.SECONDS)
class GroupCommitTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Ledger ledger = new Ledger();
  private GroupCommit<Integer, String> commits = new GroupCommit<>("test", ledger, LONG);

  @AfterEach
  void stop() throws InterruptedException {
    ledger.pen.release(1_000);
    commits.stop();
  }

  @Test
  void eachElementGetsItsOwnResult() {
    open();
    ledger.pen.release(1_000);

    var results = IntStream.range(0, 300).mapToObj(commits::add).toList();

    assertThat(results.stream().map(CompletableFuture::join))
        .containsExactlyElementsOf(IntStream.range(0, 300).mapToObj(Ledger::line).toList());
  }

  @Test
  void elementsThatArriveDuringABatchShareTheNext() {
    open();
    commits.add(0);
    await().until(() -> ledger.writing);
    var others = IntStream.rangeClosed(1, 10).mapToObj(commits::add).toList();

    ledger.pen.release(2);

    others.forEach(CompletableFuture::join);
    assertThat(ledger.batches)
        .containsExactly(List.of(0), IntStream.rangeClosed(1, 10).boxed().toList());
  }

  @Test
  void failureFailsAllAndNewElementsUntilRecovery() {
    open();
    var first = commits.add(1);
    await().until(() -> ledger.writing);
    var second = commits.add(2);
    ledger.broken = true;
    ledger.pen.release();

    assertUnavailable(first);
    assertUnavailable(second);
    assertUnavailable(commits.add(3));
    assertThat(commits.outage()).isNotNull();

    ledger.broken = false;
    await().until(() -> commits.outage() == null);
    ledger.pen.release();
    assertThat(commits.add(4).join()).isEqualTo(Ledger.line(4));
    assertThat(ledger.batches).containsExactly(List.of(4));
  }

  @Test
  void elementsFailBeforeTheTargetIsReady() {
    ledger.broken = true;
    commits.start();
    assertUnavailable(commits.add(1));
    ledger.broken = false;
    await().until(() -> commits.outage() == null);
  }

  @Test
  void newElementsFailAtOnceWhileABatchHangs() {
    open();
    commits.add(1);
    await().until(() -> commits.outage() != null);
    assertUnavailable(commits.add(2));
    ledger.pen.release();
    await().until(() -> commits.outage() == null);
  }

  @Test
  void timedOutElementIsNotWrittenLater() {
    commits = new GroupCommit<>("test", ledger, Duration.ofMillis(50));
    open();
    var hanging = commits.add(1);
    await().until(() -> ledger.writing);
    var waiting = commits.add(2);

    assertThat(waiting)
        .failsWithin(LONG)
        .withThrowableOfType(Exception.class)
        .withCauseInstanceOf(TimeoutException.class);
    assertThat(hanging)
        .failsWithin(LONG)
        .withThrowableOfType(Exception.class)
        .withCauseInstanceOf(TimeoutException.class);
    ledger.pen.release(2);
    await().until(() -> !ledger.batches.isEmpty());
    await().until(() -> commits.waiting() == 0);
    assertThat(ledger.batches).containsExactly(List.of(1));
  }

  @Test
  void elementsFailAtOnceWhenTheQueueIsFull() {
    open();
    commits.add(0);
    await().until(() -> ledger.writing);
    List<CompletableFuture<String>> all = new ArrayList<>();
    while (commits.waiting() < GroupCommit.MAX_WAITING) {
      all.add(commits.add(1));
    }
    assertUnavailable(commits.add(2));
    ledger.pen.release(1_000);
    assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(Ledger.line(1)));
  }

  @Test
  void stopWritesAcceptedElementsAndRefusesNewOnes() throws Exception {
    open();
    var taken = IntStream.range(0, 1_000).mapToObj(commits::add).toList();
    ledger.pen.release(1_000);
    commits.stop();
    assertThat(taken).allSatisfy(one -> assertThat(one).isCompleted());
    assertUnavailable(commits.add(1));
  }

  private void open() {
    commits.start();
    await().until(() -> commits.outage() == null);
  }

  private static void assertUnavailable(CompletableFuture<String> result) {
    assertThat(result)
        .failsWithin(LONG)
        .withThrowableOfType(Exception.class)
        .withCauseInstanceOf(JournalUnavailable.class);
  }

  /** A target that commits only while it has permits. */
  private static final class Ledger implements GroupCommit.Target<Integer, String> {
    private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    private final Semaphore pen = new Semaphore(0);
    private volatile boolean writing;
    private volatile boolean broken;

    @Override
    public void recover() {
      if (broken) {
        throw new IllegalStateException("broken");
      }
    }

    @Override
    public List<String> commit(List<Integer> batch) {
      writing = true;
      pen.acquireUninterruptibly();
      writing = false;
      recover();
      batches.add(List.copyOf(batch));
      return batch.stream().map(Ledger::line).toList();
    }

    private static String line(int element) {
      return "kept " + element;
    }
  }
}
