package io.redress.rules.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * A worksheet's XML without the rows in which nothing is: programs write a million of them where a
 * column is formatted, and an XML parser would take seconds for them.
 *
 * <p>Only rows that state their number are left out, since others are counted from those before
 * them. XML in which the bytes of tags are not those of ASCII passes unchanged, and so does what
 * follows a comment or a CDATA section.
 */
final class BlankRows extends InputStream {
  private static final int CHUNK = 1 << 16;

  /** A row that is longer stays, whatever is in it. */
  private static final int MAX_ROW_BYTES = 1 << 20;

  private static final int NO = 0;
  private static final int UNDECIDED = -1;

  private final InputStream in;
  private final IntConsumer numbers;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream(CHUNK);
  private byte[] out = {};
  private int outFrom;
  private byte[] buffer = new byte[2 * CHUNK];
  private int from;
  private int to;
  private byte[] held = {};
  private boolean rowBegins;
  private int number;
  private boolean unchanged;
  private boolean begun;

  /**
   * @param numbers takes the number of each row that is left out
   */
  BlankRows(InputStream in, IntConsumer numbers) {
    this.in = in;
    this.numbers = numbers;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int start, int length) throws IOException {
    if (outFrom == out.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, out.length - outFrom);
    System.arraycopy(out, outFrom, into, start, count);
    outFrom += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Provides the next bytes; false at the end. */
  private boolean advance() throws IOException {
    ready.reset();
    while (ready.size() < CHUNK) {
      if (from == to && !more()) {
        break;
      }
      if (!begun) {
        begun = true;
        // UTF-16 has a mark or a zero byte at its beginning.
        unchanged =
            buffer[0] == 0
                || buffer[0] == (byte) 0xFE
                || buffer[0] == (byte) 0xFF
                || to > 1 && buffer[1] == 0;
      }
      if (unchanged) {
        ready.write(buffer, from, to - from);
        from = to;
      } else {
        step();
      }
    }
    out = ready.toByteArray();
    outFrom = 0;
    return out.length > 0;
  }

  /** Takes the text up to the next tag, or a row that is left out, or the first byte of a tag. */
  private void step() throws IOException {
    int tag = from;
    while (tag < to && buffer[tag] != '<') {
      tag++;
    }
    ready.write(buffer, from, tag - from);
    from = tag;
    if (from == to) {
      return;
    }
    int end = blankRow();
    while (end == UNDECIDED) {
      end = to - from > MAX_ROW_BYTES || !more() ? NO : blankRow();
    }
    if (end != NO) {
      // The one before can go: this row does not count from it.
      held = Arrays.copyOfRange(buffer, from, end);
      numbers.accept(number);
      from = end;
      return;
    }
    unchanged = from + 1 < to && buffer[from + 1] == '!';
    if (unchanged || rowBegins && number < 0) {
      ready.writeBytes(held);
    }
    held = new byte[0];
    ready.write('<');
    from++;
  }

  private boolean more() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
    }
    if (to == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * to);
    }
    int read = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, read);
    return read >= 0;
  }

  /** Returns the end of the row that begins here, if it has a number and nothing in it. */
  private int blankRow() {
    rowBegins = false;
    number = -1;
    int name = nameEnd(from + 1);
    if (name == UNDECIDED || !isNamed(from + 1, name, "row")) {
      return name == UNDECIDED ? UNDECIDED : NO;
    }
    int end = tagEnd(name);
    if (end == UNDECIDED) {
      return UNDECIDED;
    }
    rowBegins = true;
    number = number(name, end);
    if (number < 0) {
      return NO;
    }
    int at = end;
    if (buffer[end - 2] != '/') {
      at = blankCells(end);
    }
    return at;
  }

  private int blankCells(int start) {
    int at = start;
    while (true) {
      while (at < to && buffer[at] <= ' ' && buffer[at] > 0) {
        at++;
      }
      int name = at + 1 < to && buffer[at] == '<' ? nameEnd(at + 1) : at + 1 < to ? NO : UNDECIDED;
      if (name == UNDECIDED || name == NO) {
        return name;
      }
      int end = tagEnd(name);
      if (end == UNDECIDED) {
        return UNDECIDED;
      }
      if (buffer[at + 1] == '/') {
        return isNamed(at + 2, name, "row") ? end : NO;
      }
      if (!isNamed(at + 1, name, "c")) {
        return NO;
      }
      at = end;
      if (buffer[end - 2] != '/') {
        // What closes the cell has to follow at once.
        int close = at + 1 < to ? nameEnd(at + 1) : UNDECIDED;
        int after = close == UNDECIDED ? UNDECIDED : tagEnd(close);
        if (after == UNDECIDED) {
          return UNDECIDED;
        }
        if (buffer[at] != '<' || buffer[at + 1] != '/' || !isNamed(at + 2, close, "c")) {
          return NO;
        }
        at = after;
      }
    }
  }

  /** Returns the end of the name that begins at a place. */
  private int nameEnd(int start) {
    int at = start < to && buffer[start] == '/' ? start + 1 : start;
    while (at < to
        && buffer[at] != '>'
        && buffer[at] != '/'
        && !(buffer[at] <= ' ' && buffer[at] > 0)) {
      at++;
    }
    return at < to ? at : UNDECIDED;
  }

  /** Whether a name is this one, with a prefix or not. */
  private boolean isNamed(int start, int end, String name) {
    int first = end - name.length();
    if (first < start || first > start && buffer[first - 1] != ':') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (buffer[first + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the place behind a tag, whose values may hold its closing sign. */
  private int tagEnd(int name) {
    int quote = 0;
    for (int at = name; at < to; at++) {
      if (quote != 0) {
        quote = buffer[at] == quote ? 0 : quote;
      } else if (buffer[at] == '"' || buffer[at] == '\'') {
        quote = buffer[at];
      } else if (buffer[at] == '>') {
        return at + 1;
      }
    }
    return UNDECIDED;
  }

  /** Returns the number that a row states; negative when it states none in digits alone. */
  private int number(int start, int end) {
    for (int at = start; at + 3 < end; at++) {
      if (buffer[at] <= ' ' && buffer[at + 1] == 'r' && buffer[at + 2] == '=') {
        int digits = at + 4;
        int value = 0;
        while (digits < end && buffer[digits] >= '0' && buffer[digits] <= '9' && digits < at + 11) {
          value = 10 * value + buffer[digits] - '0';
          digits++;
        }
        boolean whole = digits > at + 4 && buffer[digits] == buffer[at + 3];
        return whole && value >= 1 && value <= StoredSheet.MAX_ROW ? value : -1;
      }
    }
    return -1;
  }
}
