@NullMarked
package dev.plankton.app;

import org.jspecify.annotations.NullMarked;
