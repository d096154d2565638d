@NullMarked
package dev.plankton.network.pytorch;

import org.jspecify.annotations.NullMarked;
