@NullMarked
package dev.plankton.alert;

import org.jspecify.annotations.NullMarked;
