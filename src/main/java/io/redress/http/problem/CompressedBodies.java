package io.redress.http.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decodes bodies with {@code Content-Encoding: gzip}, up to the limit that other bodies have.
 * {@link RouterProblems} has refused all other encodings. Batches decode their bodies themselves.
 */
@Provider
class CompressedBodies implements ContainerRequestFilter {
  private static final List<String> GZIP = List.of("gzip", "x-gzip");

  private final long maxBytes;

  CompressedBodies(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes) {
    this.maxBytes = maxBytes.asLongValue();
  }

  /** Whether bodies of this encoding are read. */
  static boolean reads(String encoding) {
    return isIdentity(encoding) || isGzip(encoding);
  }

  private static boolean isIdentity(String encoding) {
    return encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity");
  }

  private static boolean isGzip(String encoding) {
    return GZIP.contains(encoding.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    boolean whole = !request.getUriInfo().getPath().equals(Endpoints.BATCH);
    if (encoding != null && isGzip(encoding) && whole) {
      request.setEntityStream(new GzipBody(request.getEntityStream(), maxBytes));
    }
  }
}
