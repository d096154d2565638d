@NullMarked
package dev.plankton.report.page;

import org.jspecify.annotations.NullMarked;
