/** The first task of every workflow: what inputs there are, what they may be, and what they are when left blank. */
@NullMarked
package dev.plankton.settings;

import org.jspecify.annotations.NullMarked;
