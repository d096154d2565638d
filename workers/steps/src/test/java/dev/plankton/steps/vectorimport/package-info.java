@NullMarked
package dev.plankton.steps.vectorimport;

import org.jspecify.annotations.NullMarked;
