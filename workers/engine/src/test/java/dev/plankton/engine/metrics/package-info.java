@NullMarked
package dev.plankton.engine.metrics;

import org.jspecify.annotations.NullMarked;
