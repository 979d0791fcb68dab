package io.redress.http.load;

import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/**
 * A body, or the beginning of one, that was read before its request took a slot.
 *
 * @param whole whether there is no more
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record ArrivedBody(byte[] bytes, boolean whole) {
  private static final String KEY = ArrivedBody.class.getName();

  void of(RoutingContext request) {
    request.put(KEY, this);
  }

  /** Empty if nothing was read. */
  static Optional<ArrivedBody> in(RoutingContext request) {
    return Optional.ofNullable(request.get(KEY));
  }
}
