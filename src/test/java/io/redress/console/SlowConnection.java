package io.redress.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Relays a local port; the start of each response arrives in small pieces, as over a slow network.
 */
final class SlowConnection implements AutoCloseable {
  private static final int PIECE = 2_000;
  private static final int PAUSE_MILLIS = 10;

  /** What follows passes at once: a long table would take a minute. */
  private static final int SLOW_BYTES = 100_000;

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;

  SlowConnection(int target) throws IOException {
    this.target = target;
    run(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
      AtomicInteger answered = new AtomicInteger();
      run(
          () -> {
            try (client;
                server) {
              request(client.getInputStream(), server.getOutputStream(), answered);
            }
          });
      run(
          () -> {
            try (client;
                server) {
              respond(server.getInputStream(), client.getOutputStream(), answered);
            }
          });
    }
  }

  private static void request(InputStream from, OutputStream to, AtomicInteger answered)
      throws IOException {
    byte[] bytes = new byte[PIECE];
    for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      answered.set(0);
      to.write(bytes, 0, read);
    }
  }

  private static void respond(InputStream from, OutputStream to, AtomicInteger answered)
      throws IOException, InterruptedException {
    byte[] bytes = new byte[PIECE];
    for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      to.write(bytes, 0, read);
      if (answered.addAndGet(read) < SLOW_BYTES) {
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  /** Ends when one of the sockets is closed. */
  private interface Relay {
    void run() throws IOException, InterruptedException;
  }

  private static void run(Relay relay) {
    Thread thread =
        new Thread(
            () -> {
              try {
                relay.run();
              } catch (IOException | InterruptedException closed) {
                // the other end left, or the test is over
              }
            },
            "slow-connection");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
