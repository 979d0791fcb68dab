package io.redress.platform.signature;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A JSON object with the id of a key and a signature as members, in canonical form. The signature
 * is over the canonical form of the object without it.
 *
 * <p>Only one sequence of bytes is valid for an object and a signature, so a document that was
 * changed anywhere is refused, even if only members were reordered or a blank was added.
 */
public final class SignedJson {
  private static final String KEY_ID = "keyId";
  private static final String SIGNATURE = "signature";
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private SignedJson() {}

  /** Returns an object with its signature. */
  public static byte[] sign(ObjectNode content, SigningKeyPair key) {
    ObjectNode signed = content.deepCopy();
    signed.put(KEY_ID, key.publicKey().id());
    signed.put(SIGNATURE, text(key.sign(CanonicalJson.of(signed))));
    return CanonicalJson.of(signed);
  }

  /**
   * A document whose signature is valid.
   *
   * @param content without the signature and the id of the key
   */
  public record Verified(ObjectNode content, String keyId) {}

  /**
   * Verifies a document. A line end after it is ignored, because editors and shells add one.
   *
   * @throws InvalidSignatureException if it was changed, or none of the keys signed it
   */
  public static Verified verify(byte[] document, PublicKeySet keys)
      throws InvalidSignatureException {
    byte[] bytes = withoutLineEnd(document);
    ObjectNode signed = object(bytes);
    String keyId = signed.path(KEY_ID).asText();
    String signature = signed.path(SIGNATURE).asText();
    if (keyId.isEmpty() || signature.isEmpty()) {
      throw new InvalidSignatureException("it is not signed");
    }
    if (!Arrays.equals(canonical(signed), bytes)) {
      throw new InvalidSignatureException("it was changed: it is not in canonical form");
    }
    PublicSigningKey key =
        keys.find(keyId)
            .orElseThrow(
                () ->
                    new InvalidSignatureException(
                        "the key " + keyId + " that signed it is not among the public keys"));
    signed.remove(SIGNATURE);
    if (!key.verifies(canonical(signed), bytes(signature))) {
      throw new InvalidSignatureException("it was changed: its signature does not match");
    }
    signed.remove(KEY_ID);
    return new Verified(signed, keyId);
  }

  private static byte[] withoutLineEnd(byte[] document) {
    int length = document.length;
    if (length > 0 && document[length - 1] == '\n') {
      length--;
      if (length > 0 && document[length - 1] == '\r') {
        length--;
      }
    }
    return Arrays.copyOf(document, length);
  }

  private static ObjectNode object(byte[] bytes) throws InvalidSignatureException {
    try {
      JsonNode read = JSON.readTree(bytes);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException malformed) {
      throw new InvalidSignatureException("it is not JSON");
    }
    throw new InvalidSignatureException("it is not a JSON object");
  }

  private static byte[] canonical(ObjectNode object) throws InvalidSignatureException {
    try {
      return CanonicalJson.of(object);
    } catch (IllegalArgumentException none) {
      throw new InvalidSignatureException("it was changed: it has no canonical form");
    }
  }

  private static String text(byte[] signature) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
  }

  /** Base64 has several texts for the same bytes, of which only one is valid. */
  private static byte[] bytes(String signature) throws InvalidSignatureException {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(signature);
      if (text(bytes).equals(signature)) {
        return bytes;
      }
    } catch (IllegalArgumentException malformed) {
      // as below
    }
    throw new InvalidSignatureException("it was changed: its signature is malformed");
  }
}
