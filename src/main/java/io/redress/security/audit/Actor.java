package io.redress.security.audit;

/**
 * The person, system or part of this program that does something.
 *
 * @param name of the person or system, the same for all its keys and tokens
 * @param address network address of the client; empty for this program itself
 * @param requestId empty when there was no request
 */
public record Actor(String name, String address, String requestId) {
  /** Name of every client while access is not protected; all are on this machine. */
  public static final String LOCAL = "local";

  /** Name of the part of this program that reads the folders of rules. */
  public static final String FOLDER = "folder";

  /** Name of the caller for whom disputes from Kafka are decided. */
  public static final String STREAM = "kafka";

  /**
   * Prefix of the names of accounts, which keeps them apart from key names: those have no colon.
   */
  public static final String ACCOUNT_PREFIX = "oidc:";

  private static final int MAX_NAME_LENGTH = 200;

  public Actor {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "An actor's name has 1 to " + MAX_NAME_LENGTH + " characters.");
    }
  }

  /** Whether the text is a valid name. */
  public static boolean isName(String name) {
    return !name.isBlank() && name.length() <= MAX_NAME_LENGTH;
  }

  /** Whether this is a part of this program or a command, instead of a request. */
  public boolean fromInside() {
    return requestId.isEmpty();
  }

  /** Returns an actor for a part of this program or a command. */
  public static Actor within(String name) {
    return new Actor(name, "", "");
  }
}
