package io.redress.archive;

/**
 * What became of the personal data of a dispute.
 *
 * @param destroyed whether there was a key until now
 * @param decisions that it opened; they stay, but for what they said of people
 */
public record Destroyed(String disputeId, boolean destroyed, long decisions) {}
