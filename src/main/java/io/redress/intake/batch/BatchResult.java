package io.redress.intake.batch;

/**
 * One dispute of a batch, decided or rejected.
 *
 * @param json a line of output: the decision in its format, or as JSON why it was rejected
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record BatchResult(boolean decided, byte[] json) {}
