package io.redress.platform.request;

import io.redress.platform.text.PlainId;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The id of a request, for the client, the logs and the journal.
 *
 * <p>The client may choose it with {@code X-Request-Id}; every answer has it in that header.
 *
 * @param value at most 64 of {@code A-Z a-z 0-9 . _ : -}, so that it is safe in logs and headers
 */
public record RequestId(String value) {
  static final String HEADER = "X-Request-Id";

  private static final String KEY = RequestId.class.getName();

  public RequestId {
    if (!PlainId.isValid(value)) {
      throw new IllegalArgumentException("not a request id");
    }
  }

  /** Returns the id of a request; it never changes. */
  public static RequestId of(RoutingContext request) {
    RequestId known = request.get(KEY);
    if (known == null) {
      known = sentOrRandom(request.request().getHeader(HEADER));
      request.put(KEY, known);
    }
    return known;
  }

  /** Returns the id that was sent, or a random one when it is missing or invalid. */
  static RequestId sentOrRandom(@Nullable String sent) {
    return sent != null && PlainId.isValid(sent)
        ? new RequestId(sent)
        : new RequestId(UUID.randomUUID().toString());
  }
}
