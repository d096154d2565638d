/** What a step needs to run in a test: folders in place of the stores, a list in place of the database. */
@NullMarked
package dev.plankton.engine.testing;

import org.jspecify.annotations.NullMarked;
