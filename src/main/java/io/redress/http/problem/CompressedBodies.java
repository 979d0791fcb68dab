package io.redress.http.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Locale;

/**
 * Decodes bodies with {@code Content-Encoding: gzip}, up to the limit that other bodies have.
 * {@link RouterProblems} has refused all other encodings. Batches decode their bodies themselves.
 */
@Provider
class CompressedBodies implements ContainerRequestFilter {
  private static final List<String> GZIP = List.of("gzip", "x-gzip");

  private final BodyLimits limits;

  CompressedBodies(BodyLimits limits) {
    this.limits = limits;
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
      long limit =
          limits.of(
              request.getUriInfo().getPath(), request.getHeaderString(HttpHeaders.CONTENT_TYPE));
      request.setEntityStream(new GzipBody(request.getEntityStream(), limit));
    }
  }
}
