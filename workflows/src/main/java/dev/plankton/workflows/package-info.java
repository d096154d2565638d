/** The workflow and task definitions, and the code that registers them with a Conductor server. */
@NullMarked
package dev.plankton.workflows;

import org.jspecify.annotations.NullMarked;
