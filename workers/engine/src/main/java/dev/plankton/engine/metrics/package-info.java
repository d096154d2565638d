/** What a process shows of itself over HTTP: measures for Prometheus, and whether it works. */
@NullMarked
package dev.plankton.engine.metrics;

import org.jspecify.annotations.NullMarked;
