package dev.plankton.contracts.choices;

/** How training images are changed at random, so that the network learns what does not matter. */
public enum Augment {
    /** Quarter turns and mirror images, as balancing drew them. */
    SYMMETRIES,
    /** Any turn, mirror images, and a little of each: scale, shear, translation, brightness and contrast. */
    FULL,
    /** Every image as it is. */
    NONE
}
