@NullMarked
package dev.plankton.engine.store;

import org.jspecify.annotations.NullMarked;
