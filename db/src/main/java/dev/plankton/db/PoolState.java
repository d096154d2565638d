package dev.plankton.db;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

/**
 * How many connections to the database are open now.
 *
 * @param used by a call
 * @param idle open, and free for a call
 * @param waiting calls that wait for a connection
 * @param largest how many connections there may be
 */
public record PoolState(int used, int idle, int waiting, int largest) {

    static PoolState of(HikariDataSource connections) {
        HikariPoolMXBean pool = connections.getHikariPoolMXBean();
        return new PoolState(
                pool.getActiveConnections(),
                pool.getIdleConnections(),
                pool.getThreadsAwaitingConnection(),
                connections.getMaximumPoolSize());
    }
}
