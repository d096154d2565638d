/**
 * What several analyses need: reading embeddings, the settings of classifiers, publishing the files of a section, tables for
 * EcoTaxa, formatting numbers.
 */
@NullMarked
package dev.plankton.steps.kit;

import org.jspecify.annotations.NullMarked;
