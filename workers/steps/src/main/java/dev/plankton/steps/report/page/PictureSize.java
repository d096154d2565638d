package dev.plankton.steps.report.page;

/** Width and height of a picture in CSS pixels, as the page shows it. */
public record PictureSize(int width, int height) {}
