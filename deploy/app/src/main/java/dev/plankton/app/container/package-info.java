/** What a container of the image runs, with settings from the environment. */
@NullMarked
package dev.plankton.app.container;

import org.jspecify.annotations.NullMarked;
