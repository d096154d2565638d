@NullMarked
package dev.plankton.steps.images;

import org.jspecify.annotations.NullMarked;
