package io.redress.http.load;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.redress.domain.dispute.DisputeReader;
import io.redress.http.gate.Callers;
import io.redress.http.problem.BodyLimits;
import io.redress.http.problem.Endpoints;
import io.redress.http.problem.ProblemType;
import io.redress.http.problem.RefusedFacts;
import io.redress.http.problem.RouterProblems;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the caller of each request, and reads the body without a slot or a thread: half a body
 * takes a little memory, in which all callers have their shares, and nothing else. What does not
 * fit into memory, such as an upload of workbooks, is read in a slot, and only some of the slots
 * are for that.
 */
@ApplicationScoped
class RequestBodies {
  /** After authentication has been prepared, before all resources. */
  private static final int LATE = 50;

  /** One more than the longest facts, so that the reader of the facts refuses longer ones. */
  static final int MAX_IN_MEMORY = DisputeReader.MAX_BYTES + 1;

  /** Bodies that are longer than that, at once. */
  static final int MAX_LONG = 32;

  /** Of the memory of the program, for bodies that arrive. */
  private static final int PART_OF_MEMORY = 8;

  private static final long MAX_MEMORY = 64 << 20;

  /** Of that memory, for all callers without a key, an account or a session together. */
  private static final int PART_FOR_STRANGERS = 4;

  /** What is taken at once: at first, and whenever a body grows out of it. */
  private static final int STEP = 4 << 10;

  /** All other addresses send callers away who are not known, before they read a body. */
  private static final String SIGN_IN = "/sign-in";

  private static final BiConsumer<RoutingContext, Throwable> LEFT_TO_RESOURCES =
      (request, failure) -> {};

  private final RequestSlots slots;
  private final BodyLimits limits;
  private final RouterProblems problems;
  private final SharedCapacity longOnes = new SharedCapacity(MAX_LONG, 1);
  private final SharedCapacity memory = new SharedCapacity(memory(), 3);
  private final SharedCapacity memoryOfStrangers =
      new SharedCapacity(memory() / PART_FOR_STRANGERS, 3);

  RequestBodies(RequestSlots slots, RouterProblems problems, BodyLimits limits) {
    this.slots = slots;
    this.limits = limits;
    this.problems = problems;
  }

  private static long memory() {
    return Math.min(MAX_MEMORY, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY);
  }

  /** What bodies on their way hold now: memory, and places of long ones. */
  long held() {
    return memory.taken() + memoryOfStrangers.taken() + longOnes.taken();
  }

  void register(@Observes Filters filters) {
    filters.register(this::identify, LATE);
  }

  private void identify(RoutingContext request) {
    if (RouterProblems.isUnlimited(request)) {
      request.next();
      return;
    }
    Context context = Vertx.currentContext();
    // A wrong key is the concern of resources; some are public.
    request.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, LEFT_TO_RESOURCES);
    QuarkusHttpUser.getSecurityIdentity(request, null)
        .subscribe()
        .with(
            identity -> on(context, () -> admit(request, identity)),
            failure -> on(context, () -> admit(request, null)));
  }

  /** Keys that are not known yet are looked up in another thread. */
  private static void on(Context context, Runnable task) {
    if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
      task.run();
    } else {
      context.runOnContext(now -> task.run());
    }
  }

  private void admit(RoutingContext request, @Nullable SecurityIdentity identity) {
    if (isOver(request)) {
      return;
    }
    boolean known = identity != null && !identity.isAnonymous();
    String caller =
        Optional.ofNullable(identity)
            .filter(one -> known)
            .flatMap(Callers::name)
            .orElseGet(() -> RequestSlots.address(request));
    boolean bodyMatters = known || request.request().path().equals(SIGN_IN);
    if (!bodyMatters || !hasBody(request.request()) && !RouterProblems.isBatch(request)) {
      if (slots.take(request, caller)) {
        request.next();
      }
    } else if (declaredLength(request.request()) > MAX_IN_MEMORY
        || RouterProblems.isBatch(request)) {
      readInSlot(request, caller);
    } else {
      slots.free(request);
      new Arriving(request, caller, known).begin();
    }
  }

  /** Whether it was answered, or its client has left. */
  private static boolean isOver(RoutingContext request) {
    return request.response().ended() || request.response().closed();
  }

  private static boolean hasBody(HttpServerRequest request) {
    return declaredLength(request) > 0 || request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null ? 0 : Long.parseLong(length);
  }

  /** Facts and keys are never that long; what is left of a refused body is not read. */
  private void readInSlot(RoutingContext request, String caller) {
    String path = request.request().path();
    if (path.equals(Endpoints.DECIDE) || path.equals(SIGN_IN)) {
      problems.closeSoon(request);
      problems.answer(
          request,
          path.equals(SIGN_IN)
              ? ProblemType.TOO_LARGE.with(ProblemType.TOO_LARGE.advice())
              : RefusedFacts.tooLong());
      return;
    }
    long limit =
        limits.of(request.normalizedPath(), request.request().getHeader(HttpHeaders.CONTENT_TYPE));
    if (declaredLength(request.request()) > limit) {
      problems.closeSoon(request);
      problems.answer(request, BodyLimits.tooLong(limit));
      return;
    }
    if (!slots.take(request, caller)) {
      return;
    }
    SharedCapacity.Outcome outcome = longOnes.take(caller, 1);
    if (outcome == SharedCapacity.Outcome.TAKEN) {
      RequestSlots.atEnd(request, () -> longOnes.give(caller, 1));
      if (ArrivedBody.in(request).isEmpty()) {
        inviteBody(request.request());
      }
      request.next();
    } else {
      problems.closeSoon(request);
      slots.admits(request, outcome);
    }
  }

  private static void inviteBody(HttpServerRequest request) {
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
  }

  /** A body on its way; all of it happens on the event loop of the connection. */
  private final class Arriving {
    private final RoutingContext request;
    private final HttpServerRequest http;
    private final String caller;
    private final SharedCapacity room;
    private final Buffer body = Buffer.buffer();
    private long taken;
    private boolean over;

    Arriving(RoutingContext request, String caller, boolean known) {
      this.request = request;
      this.http = request.request();
      this.caller = caller;
      this.room = known ? memory : memoryOfStrangers;
    }

    void begin() {
      RequestSlots.atEnd(request, this::end);
      if (!reserve(1)) {
        return;
      }
      inviteBody(http);
      http.endHandler(all -> arrived(true));
      http.handler(this::add);
    }

    private void add(Buffer part) {
      if (over || !reserve(body.length() + part.length())) {
        return;
      }
      body.appendBuffer(part);
      if (body.length() > MAX_IN_MEMORY) {
        http.pause();
        arrived(false);
      }
    }

    /** Rejects the request when there is no memory. */
    private boolean reserve(long length) {
      long more = (length + STEP - 1) / STEP * STEP - taken;
      if (more <= 0) {
        return true;
      }
      SharedCapacity.Outcome outcome = room.take(caller, more);
      if (outcome == SharedCapacity.Outcome.TAKEN) {
        taken += more;
        return true;
      }
      end();
      problems.closeSoon(request);
      return slots.admits(request, outcome);
    }

    private void arrived(boolean whole) {
      if (over) {
        return;
      }
      end();
      if (isOver(request)) {
        return;
      }
      new ArrivedBody(body.getBytes(), whole).of(request);
      if (!whole) {
        readInSlot(request, caller);
      } else if (slots.take(request, caller)) {
        request.next();
      }
    }

    private void end() {
      over = true;
      room.give(caller, taken);
      taken = 0;
    }
  }
}
