/** Step {@code plankton_relations}: pairs of images that differ in the same way (SPEC 8). */
@NullMarked
package dev.plankton.steps.relations;

import org.jspecify.annotations.NullMarked;
