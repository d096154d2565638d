package dev.plankton.network;

/** How grey values are fed to a network: x / 127.5 - 1, as for ImageNet's weights (SPEC 3). */
final class Pixels {
    private Pixels() {}

    static float scaled(byte grey) {
        return (grey & 0xFF) / 127.5f - 1;
    }
}
