package io.redress.platform.database;

/**
 * How much of the pool of connections is used.
 *
 * @param active connections that somebody works with
 * @param available connections that wait for work
 * @param awaiting threads that wait for a connection
 * @param max connections that there may be
 */
public record PoolUsage(long active, long available, long awaiting, int max) {}
