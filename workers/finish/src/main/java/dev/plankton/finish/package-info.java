/** The last task of every workflow. */
@NullMarked
package dev.plankton.finish;

import org.jspecify.annotations.NullMarked;
