package io.redress.platform.database;

/**
 * Usage of the connection pool.
 *
 * @param active connections in use
 * @param available idle connections
 * @param awaiting threads that wait for a connection
 * @param max maximum number of connections
 */
public record PoolUsage(long active, long available, long awaiting, int max) {}
