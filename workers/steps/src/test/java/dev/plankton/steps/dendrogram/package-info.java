@NullMarked
package dev.plankton.steps.dendrogram;

import org.jspecify.annotations.NullMarked;
