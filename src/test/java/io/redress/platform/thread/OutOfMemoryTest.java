package io.redress.platform.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.Patience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutOfMemoryTest {
  /** Fails as memory does, wrapped as a library has it, while another thread would go on. */
  static final class Program {
    private Program() {}

    public static void main(String[] arguments) throws InterruptedException {
      OutOfMemory.endIf(new IllegalStateException("of another kind"));
      List<long[]> all = new ArrayList<>();
      try {
        while (true) {
          all.add(new long[1 << 20]);
        }
      } catch (OutOfMemoryError full) {
        all.clear();
        OutOfMemory.endIf(new IllegalStateException(new RuntimeException(full)));
      }
      Thread.sleep(Patience.LIMIT.toMillis());
    }
  }

  @Test
  void processEndsWhereMemoryRanOut() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .inheritIO()
            .start();

    assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(OutOfMemory.EXIT_CODE);
  }
}
