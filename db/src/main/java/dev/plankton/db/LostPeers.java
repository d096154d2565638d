package dev.plankton.db;

import com.zaxxer.hikari.HikariConfig;

/**
 * How client and server notice that a network between them was cut without a word. Without this, a thread waits for an
 * answer that never comes, and the server keeps the locks of a client that is gone: by TCP alone for 15 minutes, or for
 * ever.
 */
final class LostPeers {
    /** Longer than one batch of a clean-up, for which other steps wait. */
    private static final String CLIENT_SECONDS = "120";

    /** The server asks an idle client after 30 s, and gives it up a minute after its last sign of life. */
    private static final String SERVER =
            "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_user_timeout = 60000";

    private LostPeers() {}

    /** Sets it for all connections of a pool; parameters in the database's address come before it. */
    static void notice(HikariConfig hikari) {
        hikari.addDataSourceProperty("socketTimeout", CLIENT_SECONDS);
        hikari.addDataSourceProperty("tcpKeepAlive", "true");
        hikari.setConnectionInitSql(SERVER);
    }
}
