package io.redress.security.access;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether access is protected. A server is open only while it listens on loopback and no key was
 * ever created; revoking the last key does not open it again.
 */
@Singleton
public class Protection {
  private final KeyCache keys;
  private final boolean tokens;
  private final boolean loopback;

  /**
   * @param tokens whether tokens of an identity provider (OIDC) are accepted
   * @param host on which the service listens
   */
  public Protection(
      KeyCache keys,
      @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean tokens,
      @ConfigProperty(name = "quarkus.http.host") String host) {
    this.keys = keys;
    this.tokens = tokens;
    this.loopback = isLoopback(host);
  }

  /** Whether every request from this machine has all roles. */
  public boolean open() {
    return loopback && unprotected();
  }

  /** Whether no authentication is set up; false while that is unknown. */
  boolean unprotected() {
    return !tokens && Optional.of(false).equals(keys.anyKeyCreated());
  }

  /** Whether it is unknown if access is open: the database has not answered since the start. */
  public boolean unknown() {
    return !tokens && keys.anyKeyCreated().isEmpty();
  }

  /** Whether access may turn out to be open, once the database answers. */
  public boolean mayBeOpen() {
    return loopback && unknown();
  }

  /** Whether access is open; waits for the database when that is unknown. */
  public boolean openAfterRefresh() {
    if (mayBeOpen()) {
      keys.refresh();
    }
    return open();
  }

  /** Whether tokens of an identity provider are accepted. */
  public boolean acceptsTokens() {
    return tokens;
  }

  /** Whether the service may listen on its host: beyond loopback only when access is protected. */
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
