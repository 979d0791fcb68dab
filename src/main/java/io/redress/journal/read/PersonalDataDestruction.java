package io.redress.journal.read;

/**
 * What became of the personal data of a dispute.
 *
 * @param destroyed whether there was a key until now
 * @param decisions that it opened; they stay, but for what they said of people
 */
public record PersonalDataDestruction(String disputeId, boolean destroyed, long decisions) {}
