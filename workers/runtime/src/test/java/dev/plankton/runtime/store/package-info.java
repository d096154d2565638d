@NullMarked
package dev.plankton.runtime.store;

import org.jspecify.annotations.NullMarked;
