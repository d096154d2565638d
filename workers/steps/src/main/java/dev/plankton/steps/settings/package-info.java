/** The first task of every workflow: checks its inputs and fills in what was left blank. */
@NullMarked
package dev.plankton.steps.settings;

import org.jspecify.annotations.NullMarked;
