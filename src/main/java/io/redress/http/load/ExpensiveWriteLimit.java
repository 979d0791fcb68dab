package io.redress.http.load;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Counts each {@link ExpensiveWrite}. */
@Interceptor
@ExpensiveWrite
@Priority(Interceptor.Priority.APPLICATION)
class ExpensiveWriteLimit {
  private final CurrentVertxRequest current;
  private final ExpensiveWrites writes;

  ExpensiveWriteLimit(CurrentVertxRequest current, ExpensiveWrites writes) {
    this.current = current;
    this.writes = writes;
  }

  @AroundInvoke
  Object limit(InvocationContext write) throws Exception {
    return writes.during(RequestSlots.caller(current.getCurrent()), write::proceed);
  }
}
