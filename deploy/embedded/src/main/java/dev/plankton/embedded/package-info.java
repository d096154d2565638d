/**
 * The services that a run needs, started on this machine without Docker: PostgreSQL, an S3 store and Conductor. All of
 * them listen on the loopback address only.
 */
@NullMarked
package dev.plankton.embedded;

import org.jspecify.annotations.NullMarked;
