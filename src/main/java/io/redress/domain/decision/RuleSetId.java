package io.redress.domain.decision;

/**
 * The name of a rule set.
 *
 * @param version the first twelve characters of the hash, for people
 * @param hash SHA-256 over the content of all its files, in hexadecimal
 */
public record RuleSetId(String version, String hash) {
  public static RuleSetId of(String hash) {
    return new RuleSetId(hash.substring(0, 12), hash);
  }
}
