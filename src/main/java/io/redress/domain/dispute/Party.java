package io.redress.domain.dispute;

/** One of the two sides of an order. */
public enum Party {
  BUYER,
  SELLER
}
