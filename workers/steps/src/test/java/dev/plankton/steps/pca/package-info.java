@NullMarked
package dev.plankton.steps.pca;

import org.jspecify.annotations.NullMarked;
