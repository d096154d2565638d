/** Helpers for tests, also of other modules. */
@NullMarked
package dev.plankton.network.testing;

import org.jspecify.annotations.NullMarked;
