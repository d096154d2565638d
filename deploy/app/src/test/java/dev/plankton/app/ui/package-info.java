@NullMarked
package dev.plankton.app.ui;

import org.jspecify.annotations.NullMarked;
