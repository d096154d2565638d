@NullMarked
package dev.plankton.workflows;

import org.jspecify.annotations.NullMarked;
