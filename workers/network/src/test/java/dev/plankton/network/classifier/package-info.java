@NullMarked
package dev.plankton.network.classifier;

import org.jspecify.annotations.NullMarked;
