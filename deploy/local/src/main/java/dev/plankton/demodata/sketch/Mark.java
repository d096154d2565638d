package dev.plankton.demodata.sketch;

import java.awt.Shape;

/** An area that absorbs light. @param density the share of light that it absorbs, from 0 to 1 */
record Mark(Shape area, double density) {}
