@NullMarked
package dev.plankton.classifier;

import org.jspecify.annotations.NullMarked;
