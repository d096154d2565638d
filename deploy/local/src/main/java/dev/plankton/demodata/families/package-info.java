/** One small class per shape family; {@link dev.plankton.demodata.families.Families} lists them. */
@NullMarked
package dev.plankton.demodata.families;

import org.jspecify.annotations.NullMarked;
