@NullMarked
package dev.plankton.model;

import org.jspecify.annotations.NullMarked;
