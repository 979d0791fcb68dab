package io.redress.domain.dispute;

/** The two complaints that every marketplace knows. */
public enum DisputeType {
  NOT_RECEIVED,
  NOT_AS_DESCRIBED
}
