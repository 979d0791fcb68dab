package io.redress.security.access;

/** What can be wrong with the specification of a key. */
public enum KeyProblem {
  NAME(
      "The name must have 1 to 100 letters, digits, spaces or . _ @ - and must not look like a"
          + " built-in name, such as local, folder or system. Name the person or system that"
          + " uses the key."),
  ROLES("The roles must be one or more of " + String.join(", ", Role.ALL) + "."),
  EXPIRED("The expiry time is in the past. Choose a later time, or none."),
  EXPIRES_TOO_LATE("The expiry time is after the year 9999. Choose an earlier time, or none."),
  ACCOUNT(
      "The account must be oidc: and the subject of the owner's tokens, as the audit log names"
          + " the person, such as oidc:8f3c-21."),
  /** Found by {@link KeyAdministration} only. */
  FIRST_KEY(
      "The first key protects access, so it needs the role admin: without it, no further key"
          + " could be created.");

  private final String message;

  KeyProblem(String message) {
    this.message = message;
  }

  /** The problem and what to do, for people. */
  public String message() {
    return message;
  }
}
