package io.redress.journal.write;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that is stored as one compressed body: all of the decision but its id and
 * time, in the order in which {@link EntryHash} has them. Each member is its length (four bytes,
 * big-endian; -1 if absent) and its text in UTF-8, as in what is hashed.
 */
final class EntryBody {
  private static final int ABSENT = -1;

  /** More than the texts other than facts and decision have. */
  private static final int SHORT_TEXTS = 512;

  /** More than any number has that {@link DecisionRecord#checkSearchable} admits. */
  private static final int MAX_DIGITS = 64;

  private EntryBody() {}

  static byte[] of(DecisionRecord decided) {
    return Compression.compress(plain(decided));
  }

  /** The body before it is compressed. */
  static byte[] plain(DecisionRecord decided) {
    ByteArrayOutputStream bytes =
        new ByteArrayOutputStream(
            decided.facts().length() + decided.decision().length() + SHORT_TEXTS);
    try (DataOutputStream body = new DataOutputStream(bytes)) {
      add(body, decided.disputeId());
      add(body, decided.asOf().toString());
      add(body, decided.ruleSet());
      add(body, decided.resolution());
      add(body, decided.reasonCode());
      add(body, decided.caseStatus());
      add(body, decided.discountPercent().toPlainString());
      add(body, decided.refundAmount() == null ? null : decided.refundAmount().toPlainString());
      add(body, decided.refundCurrency());
      add(body, decided.caller());
      add(body, decided.requestId());
      add(body, decided.facts());
      add(body, decided.decision());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void add(DataOutputStream body, @Nullable String text) throws IOException {
    if (text == null) {
      body.writeInt(ABSENT);
      return;
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    body.writeInt(utf8.length);
    body.write(utf8);
  }

  /**
   * Returns the decision of a body. One that was changed, or that searches could not store, gives a
   * decision without content, whose hash is not that of the entry.
   */
  static DecisionRecord read(UUID decisionId, Instant decidedAt, byte[] compressed) {
    try {
      ByteBuffer body = ByteBuffer.wrap(Compression.decompress(compressed));
      DecisionRecord read =
          new DecisionRecord(
              decisionId,
              required(body),
              decidedAt,
              LocalDate.parse(required(body)),
              required(body),
              required(body),
              required(body),
              required(body),
              number(required(body)),
              optional(next(body)),
              next(body),
              required(body),
              required(body),
              required(body),
              required(body));
      read.checkSearchable();
      return body.hasRemaining() ? damaged(decisionId, decidedAt) : read;
    } catch (IllegalArgumentException
        | BufferUnderflowException
        | DateTimeException
        | NullPointerException changed) {
      return damaged(decisionId, decidedAt);
    }
  }

  private static DecisionRecord damaged(UUID decisionId, Instant decidedAt) {
    return new DecisionRecord(
        decisionId,
        "",
        decidedAt,
        LocalDate.EPOCH,
        "",
        "",
        "",
        "",
        BigDecimal.ZERO,
        null,
        null,
        "",
        "",
        "{}",
        "{}");
  }

  private static String required(ByteBuffer body) {
    return Objects.requireNonNull(next(body));
  }

  private static @Nullable BigDecimal optional(@Nullable String text) {
    return text == null ? null : number(text);
  }

  /** A number as it is written, plain: another one may have more digits than memory. */
  private static BigDecimal number(String text) {
    if (text.length() > MAX_DIGITS || text.indexOf('e') >= 0 || text.indexOf('E') >= 0) {
      throw new NumberFormatException("not a plain number");
    }
    return new BigDecimal(text);
  }

  private static @Nullable String next(ByteBuffer body) {
    int length = body.getInt();
    if (length == ABSENT) {
      return null;
    }
    if (length < 0 || length > body.remaining()) {
      throw new BufferUnderflowException();
    }
    String text = new String(body.array(), body.position(), length, StandardCharsets.UTF_8);
    body.position(body.position() + length);
    return text;
  }
}
