@NullMarked
package dev.plankton.steps.groups;

import org.jspecify.annotations.NullMarked;
