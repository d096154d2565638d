@NullMarked
package dev.plankton.classifier.measures;

import org.jspecify.annotations.NullMarked;
