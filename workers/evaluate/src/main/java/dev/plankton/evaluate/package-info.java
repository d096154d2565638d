/** The step that measures what a checkpoint is worth (SPEC 5). */
@NullMarked
package dev.plankton.evaluate;

import org.jspecify.annotations.NullMarked;
