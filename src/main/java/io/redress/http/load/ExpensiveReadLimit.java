package io.redress.http.load;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Counts each {@link ExpensiveRead}. */
@Interceptor
@ExpensiveRead
@Priority(Interceptor.Priority.APPLICATION)
class ExpensiveReadLimit {
  private final CurrentVertxRequest current;
  private final ExpensiveReads reads;

  ExpensiveReadLimit(CurrentVertxRequest current, ExpensiveReads reads) {
    this.current = current;
    this.reads = reads;
  }

  @AroundInvoke
  Object limit(InvocationContext read) throws Exception {
    return reads.during(RequestSlots.caller(current.getCurrent()), read::proceed);
  }
}
