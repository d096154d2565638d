@NullMarked
package dev.plankton.gateway;

import org.jspecify.annotations.NullMarked;
