package dev.plankton.model;

/**
 * @param model artifact id of the {@link dev.plankton.runtime.formats.ModelManifest}
 * @param reason why the name stands for it, as half a sentence
 * @param side height and width in pixels to which images are brought before the model sees them
 * @param testAccuracy of its classifier
 */
public record ModelLookupOutput(String model, String reason, int side, double testAccuracy) {}
