/** Lists of millions of records in a few arrays, for data that would take ten times the memory as objects. */
@NullMarked
package dev.plankton.contracts.columns;

import org.jspecify.annotations.NullMarked;
