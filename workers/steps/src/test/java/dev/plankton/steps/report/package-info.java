@NullMarked
package dev.plankton.steps.report;

import org.jspecify.annotations.NullMarked;
