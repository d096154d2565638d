@NullMarked
package dev.plankton.db;

import org.jspecify.annotations.NullMarked;
