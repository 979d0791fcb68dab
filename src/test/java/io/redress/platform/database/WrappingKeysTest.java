package io.redress.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.platform.database.WrappingKeys.Wrapped;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrappingKeysTest {
  private static final UUID ROW = new UUID(1, 2);
  private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes();
  private static final String FIRST = key('a');
  private static final String SECOND = key('b');

  @Test
  void secretIsReadWithItsKeyAndForItsRowOnly() {
    WrappingKeys keys = WrappingKeys.configured(FIRST, null);
    Wrapped wrapped = keys.wrap(ROW, SECRET);
    assertThat(keys.unwrap(ROW, wrapped)).isEqualTo(SECRET);
    assertThat(wrapped.keyId()).isEqualTo(keys.currentId()).matches("[0-9a-f]{16}");
    assertThat(new String(wrapped.bytes())).doesNotContain("0123");
    assertThat(keys.wrap(ROW, SECRET).bytes()).isNotEqualTo(wrapped.bytes());
    assertThatThrownBy(() -> keys.unwrap(new UUID(1, 3), wrapped))
        .isInstanceOf(UnreadableSecret.class);
    for (WrappingKeys other :
        new WrappingKeys[] {WrappingKeys.NONE, WrappingKeys.configured(SECOND, null)}) {
      assertThatThrownBy(() -> other.unwrap(ROW, wrapped))
          .isInstanceOf(UnreadableSecret.class)
          .hasMessageContaining(wrapped.keyId());
    }
    assertThat(WrappingKeys.configured(SECOND, FIRST).unwrap(ROW, wrapped)).isEqualTo(SECRET);
    assertThat(WrappingKeys.configured(null, SECOND + "," + FIRST).unwrap(ROW, wrapped))
        .isEqualTo(SECRET);
  }

  @Test
  void everyChangedByteIsNoticed() {
    WrappingKeys keys = WrappingKeys.configured(FIRST, "");
    Wrapped wrapped = keys.wrap(ROW, SECRET);
    for (int at = 0; at < wrapped.bytes().length; at++) {
      byte[] changed = wrapped.bytes().clone();
      changed[at] ^= 1;
      assertThatThrownBy(() -> keys.unwrap(ROW, new Wrapped(wrapped.keyId(), changed)))
          .isInstanceOf(UnreadableSecret.class);
    }
    for (int length = 0; length < wrapped.bytes().length; length++) {
      byte[] cut = Arrays.copyOf(wrapped.bytes(), length);
      assertThatThrownBy(() -> keys.unwrap(ROW, new Wrapped(wrapped.keyId(), cut)))
          .isInstanceOf(UnreadableSecret.class);
    }
  }

  @Test
  void withoutKeyNothingIsEncrypted() {
    for (WrappingKeys keys :
        new WrappingKeys[] {
          WrappingKeys.configured(null, null),
          WrappingKeys.configured(" ", " , "),
          WrappingKeys.configured("", FIRST)
        }) {
      Wrapped wrapped = keys.wrap(ROW, SECRET);
      assertThat(wrapped.keyId()).isEqualTo(WrappingKeys.PLAIN).isEqualTo(keys.currentId());
      assertThat(keys.unwrap(ROW, wrapped)).isEqualTo(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "c2hvcnQ=", "not base 64!", "é"})
  void whatIsNoKeyIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> WrappingKeys.configured(text, null))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("REDRESS_PERSONAL_DATA_KEY ")
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining(text);
    assertThatThrownBy(() -> WrappingKeys.configured(FIRST, FIRST + "," + text))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith("REDRESS_PERSONAL_DATA_OLD_KEYS ");
  }

  private static String key(char letter) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) letter);
    return Base64.getEncoder().encodeToString(key);
  }
}
