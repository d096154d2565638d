@NullMarked
package dev.plankton.network.training;

import org.jspecify.annotations.NullMarked;
