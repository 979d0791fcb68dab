package io.redress.insight.whatif;

/** Whose deed a change is, from whom it is most likely to be had first. */
public enum Actor {
  BUYER,
  SELLER,
  CARRIER,
  /** No deed: the day comes by itself. */
  TIME
}
