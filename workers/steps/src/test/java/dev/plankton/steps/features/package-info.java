@NullMarked
package dev.plankton.steps.features;

import org.jspecify.annotations.NullMarked;
