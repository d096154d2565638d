@NullMarked
package dev.plankton.steps.newimages;

import org.jspecify.annotations.NullMarked;
