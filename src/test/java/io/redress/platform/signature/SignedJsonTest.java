package io.redress.platform.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignedJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SigningKeyPair KEY = SigningKeyPair.generate();
  private static final PublicKeySet KEYS = new PublicKeySet(List.of(KEY.publicKey()));

  /** The key of RFC 8037, Appendix A. */
  private static final PublicSigningKey KNOWN =
      new PublicSigningKey("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

  private static byte[] signed() throws Exception {
    ObjectNode content =
        (ObjectNode)
            JSON.readTree("{\"b\": [1, 2.50, {\"ü\": null}], \"a\": \"x\\ty\", \"number\": 17}");
    return SignedJson.sign(content, KEY);
  }

  private static boolean isValid(byte[] document) {
    try {
      SignedJson.verify(document, KEYS);
      return true;
    } catch (InvalidSignatureException refused) {
      assertThat(refused).message().isNotBlank();
      return false;
    }
  }

  @Test
  void contentAndKeyAreReadAgain() throws Exception {
    SignedJson.Verified verified = SignedJson.verify(signed(), KEYS);
    assertThat(verified.content())
        .hasToString("{\"a\":\"x\\ty\",\"b\":[1,2.5,{\"ü\":null}],\"number\":17}");
    assertThat(verified.keyId()).isEqualTo(KEY.publicKey().id());
  }

  /** Each byte is replaced by others: all of one bit, and some at random. */
  @Test
  void documentWithOneByteChangedIsRefused() throws Exception {
    byte[] document = signed();
    Random random = new Random(21);
    for (int at = 0; at < document.length; at++) {
      for (int other = 0; other < 12; other++) {
        byte[] changed = document.clone();
        changed[at] ^= (byte) (other < 8 ? 1 << other : 1 + random.nextInt(255));
        assertThat(isValid(changed)).as("byte %s: %s", at, changed[at]).isFalse();
      }
    }
  }

  @Test
  void documentWithOneByteMoreOrLessIsRefused() throws Exception {
    byte[] document = signed();
    for (int at = 0; at < document.length; at++) {
      byte[] less = new byte[document.length - 1];
      System.arraycopy(document, 0, less, 0, at);
      System.arraycopy(document, at + 1, less, at, document.length - at - 1);
      assertThat(isValid(less)).as("without byte %s", at).isFalse();
      for (byte inserted : " \n0a\"}".getBytes(StandardCharsets.US_ASCII)) {
        byte[] more = new byte[document.length + 1];
        System.arraycopy(document, 0, more, 0, at);
        more[at] = inserted;
        System.arraycopy(document, at, more, at + 1, document.length - at);
        assertThat(isValid(more)).as("%s at byte %s", inserted, at).isFalse();
      }
    }
    assertThat(isValid(document)).isTrue();
  }

  /** Editors and shells add one. */
  @Test
  void lineEndAfterTheDocumentIsIgnored() throws Exception {
    String document = new String(signed(), StandardCharsets.UTF_8);
    assertThat(isValid((document + "\n").getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(isValid((document + "\r\n").getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(isValid((document + "\n\n").getBytes(StandardCharsets.UTF_8))).isFalse();
    assertThat(isValid((document + " ").getBytes(StandardCharsets.UTF_8))).isFalse();
  }

  @Test
  void otherKeysAndOtherDocumentsAreRefused() throws Exception {
    byte[] document = signed();
    PublicKeySet others = new PublicKeySet(List.of(SigningKeyPair.generate().publicKey(), KNOWN));
    assertThatThrownBy(() -> SignedJson.verify(document, others))
        .hasMessageContaining("is not among the public keys");
    for (String other : List.of("", "[]", "{}", "17", "{\"keyId\":\"x\"}", "\u0000", "{\"a\":1")) {
      assertThat(isValid(other.getBytes(StandardCharsets.UTF_8))).as(other).isFalse();
    }
  }

  /** A set that calls a key by the id of another one does not make its signature valid. */
  @Test
  void keysAreFoundByTheirOwnId() throws Exception {
    SigningKeyPair forger = SigningKeyPair.generate();
    String set = new PublicKeySet(List.of(forger.publicKey())).json();
    PublicKeySet renamed =
        PublicKeySet.read(set.replace(forger.publicKey().id(), KEY.publicKey().id()));
    assertThatThrownBy(() -> SignedJson.verify(signed(), renamed))
        .isInstanceOf(InvalidSignatureException.class);
  }

  @Test
  void thumbprintAndSignatureOfAPublishedKey() {
    assertThat(KNOWN.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    SigningKeyPair known =
        SigningKeyPair.of(
            Base64.getUrlDecoder().decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"), KNOWN);
    byte[] message =
        "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] signature =
        Base64.getUrlDecoder()
            .decode(
                "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    assertThat(known.sign(message)).isEqualTo(signature);
    assertThat(KNOWN.verifies(message, signature)).isTrue();
    assertThat(KNOWN.verifies(message, Arrays.copyOf(signature, 63))).isFalse();
  }

  @Test
  void keySetIsReadAgain() {
    PublicKeySet set = new PublicKeySet(List.of(KEY.publicKey(), KNOWN));
    assertThat(set.json())
        .contains("\"crv\":\"Ed25519\"", "\"kid\":\"" + KNOWN.id() + "\"", "\"alg\":\"EdDSA\"")
        .doesNotContain("\"d\":");
    assertThat(PublicKeySet.read(set.json())).isEqualTo(set);
    assertThat(PublicKeySet.read("{\"keys\":[]}").keys()).isEmpty();
    for (String other : List.of("", "[]", "{}", "{\"keys\":1}")) {
      assertThatThrownBy(() -> PublicKeySet.read(other))
          .as(other)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
