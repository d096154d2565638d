@NullMarked
package dev.plankton.balance;

import org.jspecify.annotations.NullMarked;
