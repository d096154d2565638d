@NullMarked
package dev.plankton.runtime.formats;

import org.jspecify.annotations.NullMarked;
