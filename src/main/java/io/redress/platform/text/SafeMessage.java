package io.redress.platform.text;

/** A failure whose message holds nothing that was sent, so that logs may have it. */
public interface SafeMessage {}
