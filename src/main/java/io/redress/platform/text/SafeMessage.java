package io.redress.platform.text;

/** Marks an exception whose message quotes no data of clients, so that it may be logged. */
public interface SafeMessage {}
