/** Finds models by name and moves their aliases. */
@NullMarked
package dev.plankton.steps.model;

import org.jspecify.annotations.NullMarked;
