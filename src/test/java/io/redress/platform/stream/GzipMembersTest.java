package io.redress.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
  private static byte[] member(String content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return packed.toByteArray();
  }

  /** As a connection: what has not arrived yet is not available. */
  private static InputStream arriving(byte[] packed, int atOnce) {
    return new ByteArrayInputStream(packed) {
      @Override
      public int read(byte[] into, int from, int length) {
        return super.read(into, from, Math.min(length, atOnce));
      }

      @Override
      public int available() {
        return 0;
      }
    };
  }

  private static String unpacked(InputStream packed) throws IOException {
    try (GzipMembers in = new GzipMembers(packed, 512)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 20, 21, 26, 512, 100_000})
  void allMembersAreReadHoweverTheyArrive(int atOnce) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      String part = i % 5 == 0 ? "" : "dispute " + i + "\n";
      packed.writeBytes(member(part));
      content.append(part);
    }
    assertThat(unpacked(arriving(packed.toByteArray(), atOnce))).isEqualTo(content.toString());
  }

  /** A stack that is as deep as there are members would not suffice. */
  @Test
  void emptyMembersAreNoBurden() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] empty = member("");
    for (int i = 0; i < 200_000; i++) {
      packed.writeBytes(empty);
    }
    packed.writeBytes(member("last"));
    assertThat(unpacked(arriving(packed.toByteArray(), 1 << 16))).isEqualTo("last");
  }

  @Test
  void memberThatIsCutIsNotComplete() throws IOException {
    byte[] first = member("first");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(first);
    packed.writeBytes(member("second"));
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 3);
    assertThatThrownBy(() -> unpacked(arriving(cut, 100))).isInstanceOf(EOFException.class);
  }
}
