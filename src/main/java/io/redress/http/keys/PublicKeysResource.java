package io.redress.http.keys;

import io.redress.http.problem.Endpoints;
import io.redress.security.signing.SigningKeys;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * {@code /.well-known/redress-keys}: the public keys that verify certificates, as a JWK Set. Open
 * to all, so the database is asked at most once a second.
 */
@Path(Endpoints.PUBLIC_KEYS)
public class PublicKeysResource {
  private static final long READ_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

  private final SigningKeys keys;
  private volatile Published published = new Published(new byte[0], 0);

  private record Published(byte[] json, long nanos) {}

  PublicKeysResource(SigningKeys keys) {
    this.keys = keys;
  }

  @GET
  @Produces("application/jwk-set+json")
  @PermitAll
  @Operation(hidden = true)
  public Response keys() {
    return Response.ok(json()).header(HttpHeaders.CACHE_CONTROL, "max-age=300").build();
  }

  private byte[] json() {
    Published last = published;
    if (last.json().length == 0 || System.nanoTime() - last.nanos() > READ_EVERY_NANOS) {
      last =
          new Published(
              keys.published().json().getBytes(StandardCharsets.UTF_8), System.nanoTime());
      published = last;
    }
    return last.json();
  }
}
