package io.redress.journal.read;

/**
 * The result of destroying the personal data of a dispute.
 *
 * @param destroyed false if there was no key any more
 * @param decisions number of decisions whose personal data can no longer be read
 */
public record PersonalDataDestruction(String disputeId, boolean destroyed, long decisions) {}
