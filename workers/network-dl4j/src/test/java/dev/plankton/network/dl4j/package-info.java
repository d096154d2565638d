@NullMarked
package dev.plankton.network.dl4j;

import org.jspecify.annotations.NullMarked;
