/**
 * Certificates of decisions: signed statements that others can check without the service.
 *
 * <p>{@link io.redress.journal.certificate.Certifier} writes a {@link
 * io.redress.journal.certificate.Certificate}; {@link
 * io.redress.journal.certificate.CertificateCheck} compares one with a rule set and facts, and
 * decides again.
 */
@NullMarked
package io.redress.journal.certificate;

import org.jspecify.annotations.NullMarked;
