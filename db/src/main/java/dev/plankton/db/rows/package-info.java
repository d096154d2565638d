/** Rows of the run history: one record for each kind. */
@NullMarked
package dev.plankton.db.rows;

import org.jspecify.annotations.NullMarked;
