@NullMarked
package dev.plankton.contracts.columns;

import org.jspecify.annotations.NullMarked;
