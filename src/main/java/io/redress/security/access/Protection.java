package io.redress.security.access;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether access is protected. Only a server that nobody else can reach is open, and only until the
 * first key is made; revoking the last one does not open it again.
 */
@Singleton
public class Protection {
  private final KeyCache keys;
  private final boolean tokens;
  private final boolean loopback;

  /**
   * @param tokens whether another party's tokens are taken
   * @param host where the service listens
   */
  public Protection(
      KeyCache keys,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean tokens,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = keys;
    this.tokens = tokens;
    this.loopback = isLoopback(host);
  }

  /** Whether whoever comes may do everything. */
  public boolean open() {
    return loopback && unprotected();
  }

  /** Whether nothing was set up yet to tell who comes; false when nobody can say. */
  boolean unprotected() {
    return !tokens && Optional.of(false).equals(keys.anyKeyCreated());
  }

  /** Whether nobody can say yet if it is open: the database has not answered since the start. */
  public boolean unknown() {
    return !tokens && keys.anyKeyCreated().isEmpty();
  }

  /** Whether it may turn out to be open. */
  public boolean mayBeOpen() {
    return loopback && unknown();
  }

  /** Whether it is open, for those who have the time to wait for the database. */
  public boolean openAfterRefresh() {
    if (mayBeOpen()) {
      keys.refresh();
    }
    return open();
  }

  /** Whether tokens of another party are taken, too. */
  public boolean acceptsTokens() {
    return tokens;
  }

  /** Whether the service may listen where it is told to. */
  public boolean mayListen() {
    return loopback || !unprotected();
  }

  private static boolean isLoopback(String host) {
    try {
      return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
    } catch (UnknownHostException unknown) {
      return false;
    }
  }
}
