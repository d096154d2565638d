@NullMarked
package dev.plankton.steps.relations;

import org.jspecify.annotations.NullMarked;
