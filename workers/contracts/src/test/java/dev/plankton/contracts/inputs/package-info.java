@NullMarked
package dev.plankton.contracts.inputs;

import org.jspecify.annotations.NullMarked;
