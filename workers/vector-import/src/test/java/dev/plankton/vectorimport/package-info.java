@NullMarked
package dev.plankton.vectorimport;

import org.jspecify.annotations.NullMarked;
