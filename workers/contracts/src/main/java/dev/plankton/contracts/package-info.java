@NullMarked
package dev.plankton.contracts;

import org.jspecify.annotations.NullMarked;
