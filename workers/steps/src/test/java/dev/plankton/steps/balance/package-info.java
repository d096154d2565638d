@NullMarked
package dev.plankton.steps.balance;

import org.jspecify.annotations.NullMarked;
