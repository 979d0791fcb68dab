package io.redress.http.load;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/**
 * Counts each {@link ExpensiveRead} until it has returned, not until its client has left: a client
 * that asks and leaves does not get more of them.
 */
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
    String caller = RequestSlots.caller(current.getCurrent());
    reads.begin(caller);
    try {
      return read.proceed();
    } finally {
      reads.end(caller);
    }
  }
}
