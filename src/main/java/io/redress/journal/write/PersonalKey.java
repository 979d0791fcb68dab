package io.redress.journal.write;

import io.redress.platform.database.UnreadableSecret;
import io.redress.platform.database.WrappingKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that seals the personal data of one dispute; without it they cannot be read again.
 * AES-256-GCM with a random 96-bit initialisation vector for each entry, which NIST SP 800-38D
 * allows for 2^32 entries. The decision's id is authenticated with the data, so that sealed data
 * cannot be moved to another entry.
 *
 * @param secret 256 bits
 */
public record PersonalKey(UUID id, String disputeId, byte[] secret) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;
  private static final int VECTOR_BYTES = 12;
  private static final int TAG_BITS = 128;

  /**
   * @param id one that follows those before, so that they are stored side by side
   */
  static PersonalKey generate(UUID id, String disputeId) {
    return new PersonalKey(id, disputeId, random(SECRET_BYTES));
  }

  /**
   * Returns the key of a row.
   *
   * @throws UnreadableSecret when its secret cannot be decrypted
   */
  public static PersonalKey stored(
      UUID id, String disputeId, WrappingKeys.Wrapped secret, WrappingKeys wrapping) {
    return new PersonalKey(id, disputeId, wrapping.unwrap(id, secret));
  }

  byte[] seal(UUID decisionId, PersonalData personal) {
    byte[] vector = random(VECTOR_BYTES);
    byte[] text = Compression.compress(personal.text().getBytes(StandardCharsets.UTF_8));
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, vector, decisionId).doFinal(text);
      return ByteBuffer.allocate(VECTOR_BYTES + encrypted.length)
          .put(vector)
          .put(encrypted)
          .array();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Decrypts personal data.
   *
   * @throws IllegalStateException if they were not sealed with this key for this decision
   */
  public PersonalData open(UUID decisionId, byte[] sealed) {
    byte[] vector = Arrays.copyOf(sealed, VECTOR_BYTES);
    try {
      byte[] text =
          cipher(Cipher.DECRYPT_MODE, vector, decisionId)
              .doFinal(sealed, VECTOR_BYTES, sealed.length - VECTOR_BYTES);
      // Versions before did not compress them.
      byte[] plain = Compression.isCompressed(text) ? Compression.decompress(text) : text;
      return PersonalData.of(new String(plain, StandardCharsets.UTF_8));
    } catch (GeneralSecurityException | IllegalArgumentException | ProviderException foreign) {
      throw new IllegalStateException("not sealed with the key of this dispute", foreign);
    }
  }

  private Cipher cipher(int mode, byte[] vector, UUID decisionId) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, vector));
    cipher.updateAAD(decisionId.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }
}
