package io.redress.journal.write;

import io.redress.journal.projection.Projection;
import io.redress.platform.database.Database;
import io.redress.platform.database.DatabaseSettings;
import io.redress.platform.database.PostgresServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Measures what storing a decision costs, and copying it for searches: processor time of all threads,
 * time by the clock, and bytes on the disk. The baseline is a file to which the same facts, decisions and personal data
 * are appended as text, and which is synced after each batch.
 */
public final class JournalCosts {
  private static final Duration INTERVAL = Duration.ofMillis(400);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private JournalCosts() {}

  /** Arguments: how many decisions, and {@code embedded} or {@code postgresql}. */
  public static void main(String[] args) throws IOException {
    int many = Integer.parseInt(args[0]);
    boolean server = args.length > 1 && args[1].equals("postgresql");
    List<NewEntry> entries = new RealDecisions(1).entries(many);
    System.out.printf("%-12s %6s %10s %10s %12s%n", "", "batch", "CPU us", "clock us", "bytes");
    for (int batch : new int[] {64, 1, 8, 64}) {
      List<NewEntry> some = entries.subList(0, batch == 1 ? many / 10 : many);
      log(some, batch);
      database(some, batch, server);
    }
  }

  private static void log(List<NewEntry> entries, int size) throws IOException {
    Path file = Files.createTempFile("costs", ".log");
    try (FileChannel log = FileChannel.open(file, StandardOpenOption.APPEND)) {
      Costs costs = new Costs();
      for (List<NewEntry> batch : batches(entries, size)) {
        StringBuilder text = new StringBuilder();
        for (NewEntry entry : batch) {
          text.append(entry.decided().facts());
          text.append(entry.decided().decision());
          text.append(entry.personal().text()).append('\n');
        }
        log.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
        log.force(false);
      }
      costs.print("synced log", size, entries.size(), Files.size(file));
    } finally {
      Files.delete(file);
    }
  }

  private static void database(List<NewEntry> entries, int size, boolean server)
      throws IOException {
    if (server) {
      try (PostgresServer postgres = new PostgresServer();
          Database database = Database.open(postgres.fresh())) {
        long before = size(database);
        Costs costs = new Costs();
        store(database, entries, size);
        costs.print("postgresql", size, entries.size(), size(database) - before);
      }
      return;
    }
    Path folder = Files.createTempDirectory("costs");
    try {
      try (Database database = Database.open(DatabaseSettings.embedded(folder))) {
        long before = bytes(folder);
        Costs costs = new Costs();
        store(database, entries, size);
        costs.print("embedded", size, entries.size(), bytes(folder) - before);
      }
      System.out.printf("%-12s %6d %34d%n", "  closed", size, bytes(folder) / entries.size());
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void store(Database database, List<NewEntry> entries, int size) {
    JournalWriter writer = new JournalWriter(database, "replica-1", Clock.systemUTC());
    writer.recover();
    Projection projection = new Projection(database);
    ScheduledExecutorService behind = Executors.newSingleThreadScheduledExecutor();
    behind.scheduleWithFixedDelay(
        () -> projection.catchUp(PATIENCE), 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    batches(entries, size).forEach(writer::commit);
    behind.shutdown();
    projection.catchUp(PATIENCE);
  }

  private static long size(Database database) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select pg_database_size(current_database())")
                    .mapTo(Long.class)
                    .one());
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static <T> List<List<T>> batches(List<T> all, int size) {
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += size) {
      batches.add(all.subList(from, Math.min(all.size(), from + size)));
    }
    return batches;
  }

  /** What was used since this was made. */
  private static final class Costs {
    private final com.sun.management.OperatingSystemMXBean system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long cpu = system.getProcessCpuTime();
    private final long clock = System.nanoTime();

    void print(String what, int batch, int many, long bytes) {
      System.out.printf(
          "%-12s %6d %10.1f %10.1f %12d%n",
          what,
          batch,
          (system.getProcessCpuTime() - cpu) / 1e3 / many,
          (System.nanoTime() - clock) / 1e3 / many,
          bytes / many);
    }
  }
}
