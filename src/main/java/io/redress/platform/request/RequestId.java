package io.redress.platform.request;

import io.redress.platform.text.PlainId;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one request is called by its client, by the logs and by what is kept of it.
 *
 * <p>The client may choose it with {@code X-Request-Id}; every answer has it in that header.
 *
 * @param value at most 64 of {@code A-Z a-z 0-9 . _ : -}, hence harmless in logs and headers
 */
public record RequestId(String value) {
  static final String HEADER = "X-Request-Id";

  private static final String KEY = RequestId.class.getName();

  public RequestId {
    if (!PlainId.isValid(value)) {
      throw new IllegalArgumentException("no request id");
    }
  }

  /** The id of this request, which stays the same for as long as it lasts. */
  public static RequestId of(RoutingContext request) {
    RequestId known = request.get(KEY);
    if (known == null) {
      known = sentOrFresh(request.request().getHeader(HEADER));
      request.put(KEY, known);
    }
    return known;
  }

  /** A fresh one in place of one that is none. */
  static RequestId sentOrFresh(@Nullable String sent) {
    return sent != null && PlainId.isValid(sent)
        ? new RequestId(sent)
        : new RequestId(UUID.randomUUID().toString());
  }
}
