@NullMarked
package dev.plankton.runtime;

import org.jspecify.annotations.NullMarked;
