package io.redress.rules.letter;

import io.redress.domain.decision.Code;
import io.redress.domain.dispute.ActionType;
import io.redress.domain.dispute.DisputeType;
import io.redress.domain.dispute.Evidence;
import io.redress.domain.dispute.Party;
import io.redress.domain.dispute.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sections of a letter, each with the names of its texts.
 *
 * <p>A text is named by its section and, after a dot, by what it is for: {@code closing}, {@code
 * cause.STRIKE}, {@code action.REPLACEMENT.LOST}.
 */
enum Section {
  SUBJECT("subject", names(DisputeType.values()), names(ActionType.values())),
  GREETING("greeting", List.of("", "unnamed"), List.of()),
  OPENING(
      "opening",
      names(DisputeType.values()),
      names(ActionType.values(), Reason.values(), ParcelState.values())),
  CAUSE("cause", List.of(), List.of(Section.CODE)),
  ACTION("action", names(ActionType.values()), List.of(Section.REQUIRED_AND_CODE)),
  EVIDENCE("evidence", names(Evidence.Type.values()), List.of(Section.REQUIRED_AND_CODE)),
  RECEIVED("received", List.of(), names(Evidence.Type.values())),
  GOODS(
      "goods",
      List.of(),
      List.of("KEEP", "REST_IF_ARRIVES", "RETURN", "RETURN_IF_ARRIVES", "DISPOSE")),
  RETURN_FEE("returnFee", names(Party.values()), List.of()),
  RESHIP_FEE("reshipFee", names(Party.values()), List.of()),
  SHIPPING_FEE("shippingFee", List.of("REFUNDED"), List.of("NOT_REQUIRED")),
  DUTY("duty", List.of(), List.of("REFUNDED")),
  PROMISE(
      "promise",
      List.of("respondBy", "shipBefore", "nextReviewBy"),
      List.of("returnBy", "refundBy")),
  CLOSING("closing", List.of(""), names(ActionType.values())),
  SIGNATURE("signature", List.of("", "unnamed"), List.of()),
  HOLIDAY("holiday", List.of(), List.of(Section.CODE)),
  PEAK_SEASON("peakSeason", List.of(), List.of(Section.CODE)),
  JOIN("join", List.of("sentences", "comma", "and"), List.of());

  /** Stands for any code, since tables define their own. */
  private static final String CODE = "CODE";

  private static final String REQUIRED_AND_CODE = "NAME.CODE";

  private static final Set<ActionType> ADDED_ACTIONS =
      EnumSet.of(ActionType.SEND_PART, ActionType.PAY_DUTY, ActionType.REVIEW);

  private final String text;
  private final List<String> required;
  private final List<String> optional;

  Section(String text, List<String> required, List<String> optional) {
    this.text = text;
    this.required = required;
    this.optional = optional;
  }

  /** Returns the first part of the names of its texts. */
  String text() {
    return text;
  }

  /**
   * Returns the names of the texts that every language must have. Rule sets of earlier releases
   * have no texts for the actions that were added since, and do not use them.
   *
   * @param used the actions that tables use
   */
  static List<String> requiredNames(Set<ActionType> used) {
    List<String> added =
        ADDED_ACTIONS.stream()
            .filter(action -> !used.contains(action))
            .map(action -> ACTION.text + "." + action)
            .toList();
    return Arrays.stream(values())
        .flatMap(section -> section.names(section.required))
        .filter(name -> !added.contains(name))
        .toList();
  }

  /** Returns all names that do not depend on codes. */
  static List<String> knownNames() {
    return Arrays.stream(values())
        .flatMap(section -> section.names(section.required, section.optional))
        .toList();
  }

  static boolean accepts(String name) {
    String[] words = name.split("\\.", 3);
    return Arrays.stream(values())
        .anyMatch(section -> section.text.equals(words[0]) && section.acceptsVariant(words));
  }

  private boolean acceptsVariant(String[] words) {
    String variant = words.length == 1 ? "" : words[1];
    if (words.length == 3) {
      return optional.contains(REQUIRED_AND_CODE)
          && required.contains(variant)
          && Code.isValid(words[2]);
    }
    return required.contains(variant)
        || optional.contains(variant)
        || optional.contains(CODE) && Code.isValid(variant);
  }

  /** Returns the placeholders that always have a value in the text of this name. */
  static Set<Placeholder> knownIn(String name) {
    if (name.startsWith("action.NEXT_ORDER_DISCOUNT")) {
      return Set.of(Placeholder.DISCOUNT_PERCENT);
    }
    return switch (name) {
      case "greeting" -> Set.of(Placeholder.BUYER_NAME);
      case "signature" -> Set.of(Placeholder.SELLER_NAME);
      case "promise.respondBy" -> Set.of(Placeholder.RESPOND_BY);
      case "promise.returnBy" -> Set.of(Placeholder.RETURN_BY);
      case "promise.refundBy" -> Set.of(Placeholder.REFUND_BY);
      case "promise.shipBefore" -> Set.of(Placeholder.SHIP_BEFORE);
      case "promise.nextReviewBy" -> Set.of(Placeholder.NEXT_REVIEW_BY);
      case "join.sentences", "join.comma", "join.and" ->
          Set.of(Placeholder.FIRST, Placeholder.SECOND);
      default -> Set.of();
    };
  }

  @SafeVarargs
  private Stream<String> names(List<String>... variants) {
    return Arrays.stream(variants)
        .flatMap(List::stream)
        .map(variant -> variant.isEmpty() ? text : text + "." + variant);
  }

  private static List<String> names(Enum<?>[]... constants) {
    return Arrays.stream(constants).flatMap(Arrays::stream).map(Enum::name).distinct().toList();
  }
}
