/** What several analyses need: reading embeddings, publishing the files of a section, formatting numbers. */
@NullMarked
package dev.plankton.steps.kit;

import org.jspecify.annotations.NullMarked;
