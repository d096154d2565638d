@NullMarked
package dev.plankton.demodata;

import org.jspecify.annotations.NullMarked;
