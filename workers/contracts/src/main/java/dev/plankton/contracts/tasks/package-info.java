/** The input and output of each kind of task: one class for each. */
@NullMarked
package dev.plankton.contracts.tasks;

import org.jspecify.annotations.NullMarked;
