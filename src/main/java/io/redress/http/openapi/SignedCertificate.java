package io.redress.http.openapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.journal.certificate.Certificate;

/**
 * The shape of a certificate, which is sent in canonical form.
 *
 * @param keyId of the key that signed
 * @param signature in Base64 for URLs
 */
record SignedCertificate(@JsonUnwrapped Certificate certificate, String keyId, String signature) {}
