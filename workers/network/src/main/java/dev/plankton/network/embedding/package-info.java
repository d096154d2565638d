@NullMarked
package dev.plankton.network.embedding;

import org.jspecify.annotations.NullMarked;
