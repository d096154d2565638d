@NullMarked
package dev.plankton.settings;

import org.jspecify.annotations.NullMarked;
