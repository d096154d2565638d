/** The step that sums up a training and hands its checkpoints to the export. */
@NullMarked
package dev.plankton.trainingsummary;

import org.jspecify.annotations.NullMarked;
