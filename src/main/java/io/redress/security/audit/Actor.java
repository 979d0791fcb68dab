package io.redress.security.audit;

/**
 * Who wants something done.
 *
 * @param name stays the same for one person or system, whatever key or token it comes with
 * @param address from where over the network; empty when from inside
 * @param requestId of the request that asked for it; empty when none did
 */
public record Actor(String name, String address, String requestId) {
  /** Anybody who comes to a server that is open, which only this machine can. */
  public static final String LOCAL = "local";

  private static final int MAX_NAME_LENGTH = 200;

  public Actor {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "An actor's name has 1 to " + MAX_NAME_LENGTH + " letters.");
    }
  }

  /** Whether somebody can be called so. */
  public static boolean isName(String name) {
    return !name.isBlank() && name.length() <= MAX_NAME_LENGTH;
  }

  /** Whether this is no request's, but a part of this program or who runs it by hand. */
  public boolean fromInside() {
    return requestId.isEmpty();
  }

  /** A part of this program, or who runs it by hand. */
  public static Actor within(String name) {
    return new Actor(name, "", "");
  }
}
