@NullMarked
package dev.plankton.preprocess;

import org.jspecify.annotations.NullMarked;
