/**
 * The command {@code verify}: checks a certificate of a decision, without a service.
 *
 * <p>{@link io.redress.cli.certificate.VerifyCertificateCommand} is the entry; {@code PublicKeys}
 * reads the keys from a file or an address.
 */
@NullMarked
package io.redress.cli.certificate;

import org.jspecify.annotations.NullMarked;
