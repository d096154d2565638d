@NullMarked
package dev.plankton.network;

import org.jspecify.annotations.NullMarked;
