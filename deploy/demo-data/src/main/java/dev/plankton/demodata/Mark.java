package dev.plankton.demodata;

import java.awt.Shape;

/** An area that takes away light. @param density the share of light it takes, from 0 to 1 */
record Mark(Shape area, double density) {}
