@NullMarked
package dev.plankton.local.metrics;

import org.jspecify.annotations.NullMarked;
