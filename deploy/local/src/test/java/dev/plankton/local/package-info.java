@NullMarked
package dev.plankton.local;

import org.jspecify.annotations.NullMarked;
