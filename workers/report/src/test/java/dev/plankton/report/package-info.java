@NullMarked
package dev.plankton.report;

import org.jspecify.annotations.NullMarked;
