@NullMarked
package dev.plankton.steps.settings;

import org.jspecify.annotations.NullMarked;
