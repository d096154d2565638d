@NullMarked
package dev.plankton.steps.model;

import org.jspecify.annotations.NullMarked;
