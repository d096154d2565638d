/**
 * Pictures for the report: charts, matrices and sheets of images, drawn with Java2D from plain arrays and values.
 *
 * <p>Text is drawn as outlines of a typeface that is part of a jar. So no display, no installed font and no fontconfig
 * is needed, and the same values give the same pixels on every machine.
 */
@NullMarked
package dev.plankton.drawing;

import org.jspecify.annotations.NullMarked;
