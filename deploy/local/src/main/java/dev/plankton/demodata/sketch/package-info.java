/** The drawing tools of the demo images: outlines, textures, how light falls, the clutter of a net sample. */
@NullMarked
package dev.plankton.demodata.sketch;

import org.jspecify.annotations.NullMarked;
