package io.redress.domain.decision;

/** What happens to the goods that the buyer has. */
public enum Goods {
  KEEP,
  RETURN,
  /** Not here yet: to be returned in case they still arrive. */
  RETURN_IF_ARRIVES,
  DISPOSE,
  /** The buyer has none. */
  NONE
}
