/** Where Conductor's UI comes from: a folder or jar that the user names, a copy that was kept, or the official server jar. */
@NullMarked
package dev.plankton.app.ui;

import org.jspecify.annotations.NullMarked;
