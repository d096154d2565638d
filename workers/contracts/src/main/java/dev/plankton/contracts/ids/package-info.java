/** Ids and names, each with a type of its own, and their keys in the store. */
@NullMarked
package dev.plankton.contracts.ids;

import org.jspecify.annotations.NullMarked;
