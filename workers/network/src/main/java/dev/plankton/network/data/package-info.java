@NullMarked
package dev.plankton.network.data;

import org.jspecify.annotations.NullMarked;
