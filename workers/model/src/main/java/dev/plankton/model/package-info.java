/** Finds the model that a name stands for, and moves the names. */
@NullMarked
package dev.plankton.model;

import org.jspecify.annotations.NullMarked;
