package io.redress.http.load;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.redress.http.problem.Rejections;
import io.redress.http.problem.Rejections.Reason;
import io.redress.http.problem.RouterProblems;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The requests in progress: each has a slot, except while its body arrives. Until the caller is
 * known, the slot is that of its address.
 */
@ApplicationScoped
class RequestSlots {
  /** After the checks of the request line and headers, before everything slow. */
  private static final int EARLY = 1_000;

  private static final int IPV6_GROUPS = 8;

  private static final String KEY = RequestSlots.class.getName();

  private final RouterProblems problems;
  private final Rejections rejections;
  private final SharedCapacity slots;

  RequestSlots(
      RouterProblems problems,
      Rejections rejections,
      @ConfigProperty(name = "redress.most-requests-at-once") int most) {
    this.problems = problems;
    this.rejections = rejections;
    this.slots = new SharedCapacity(most, 3);
  }

  void guard(@Observes Filters filters) {
    filters.register(this::admit, EARLY);
  }

  private void admit(RoutingContext request) {
    if (RouterProblems.isUnlimited(request)) {
      request.next();
      return;
    }
    Slot slot = new Slot();
    request.put(KEY, slot);
    request.addEndHandler(ended -> slot.end());
    if (take(request, address(request))) {
      request.next();
    }
  }

  /** The caller of a request without credentials. */
  static String address(RoutingContext request) {
    SocketAddress peer = request.request().remoteAddress();
    String address = peer == null ? null : peer.hostAddress();
    return "address " + (address == null ? "" : network(address));
  }

  /** One machine can have all addresses of IPv6 that begin with the same 64 bits. */
  static String network(String address) {
    List<String> groups = List.of(address.split(":", -1));
    return groups.size() == IPV6_GROUPS
        ? String.join(":", groups.subList(0, IPV6_GROUPS / 2))
        : address;
  }

  /** The caller whose slot a request has or had. */
  static String caller(RoutingContext request) {
    Slot slot = request.get(KEY);
    return slot == null ? address(request) : slot.caller;
  }

  /**
   * Runs a task once the request is over, at once if it already is. The router forgets what is
   * added after a client has left.
   */
  static void atEnd(RoutingContext request, Runnable task) {
    Slot slot = request.get(KEY);
    slot.atEnd(task);
  }

  /** Takes a slot, or gives one that the request has to this caller. False: it was rejected. */
  boolean take(RoutingContext request, String caller) {
    Slot slot = request.get(KEY);
    return admits(request, slot.take(caller));
  }

  /** Frees the slot while the request waits for its client. */
  void free(RoutingContext request) {
    Slot slot = request.get(KEY);
    slot.free();
  }

  /** Whether something was taken for a request; rejects it otherwise. */
  boolean admits(RoutingContext request, SharedCapacity.Outcome outcome) {
    switch (outcome) {
      case TAKEN -> {
        return true;
      }
      case SHARE_USED ->
          problems.answer(
              request,
              rejections.because(
                  Reason.CALLER,
                  "Too many of your requests are in progress; others need room, too. Retry after"
                      + " the time in Retry-After."));
      case FULL ->
          problems.answer(
              request, rejections.because(Reason.OVERLOAD, "Retry after the time in Retry-After."));
    }
    return false;
  }

  /** Responses may end in any thread. */
  private final class Slot {
    private volatile String caller = "";
    private final List<Runnable> tasks = new ArrayList<>();
    private boolean held;
    private boolean ended;

    synchronized SharedCapacity.Outcome take(String by) {
      free();
      SharedCapacity.Outcome outcome = ended ? SharedCapacity.Outcome.TAKEN : slots.take(by, 1);
      held = !ended && outcome == SharedCapacity.Outcome.TAKEN;
      caller = by;
      return outcome;
    }

    synchronized void free() {
      if (held) {
        held = false;
        slots.give(caller, 1);
      }
    }

    void atEnd(Runnable task) {
      synchronized (this) {
        if (!ended) {
          tasks.add(task);
          return;
        }
      }
      task.run();
    }

    void end() {
      List<Runnable> over;
      synchronized (this) {
        free();
        ended = true;
        over = List.copyOf(tasks);
        tasks.clear();
      }
      over.forEach(Runnable::run);
    }
  }
}
