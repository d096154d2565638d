@NullMarked
package dev.plankton.contracts.formats;

import org.jspecify.annotations.NullMarked;
