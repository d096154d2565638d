/** How records become JSON, and JSON records: the one reader and writer of every document. */
@NullMarked
package dev.plankton.contracts.json;

import org.jspecify.annotations.NullMarked;
