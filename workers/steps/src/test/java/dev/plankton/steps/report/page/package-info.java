@NullMarked
package dev.plankton.steps.report.page;

import org.jspecify.annotations.NullMarked;
