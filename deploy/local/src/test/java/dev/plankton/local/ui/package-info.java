@NullMarked
package dev.plankton.local.ui;

import org.jspecify.annotations.NullMarked;
