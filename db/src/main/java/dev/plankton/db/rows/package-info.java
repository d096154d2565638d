/** What the run history is told: one record for each kind of row. */
@NullMarked
package dev.plankton.db.rows;

import org.jspecify.annotations.NullMarked;
